package placewatch.simulator;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "simulator")
public final class SimulatorCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return 0;
    }
}
