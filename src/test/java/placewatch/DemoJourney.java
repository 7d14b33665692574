package placewatch;

import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxToolkit;
import placewatch.simulator.Simulator;
import placewatch.simulator.SimulatorOptions;

/// JavaFX is there, and each test has the demo building's server to itself.
public abstract class DemoJourney {

    protected static final String BOARDROOM = "Boardroom 2.01";

    /// A test may put another in its place, which is closed then.
    protected Simulator simulator;

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void startSimulator() {
        simulator = Simulator.start(SimulatorOptions.demo());
    }

    @AfterEach
    void endSimulator() {
        simulator.close();
    }
}
