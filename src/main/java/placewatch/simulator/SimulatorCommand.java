package placewatch.simulator;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `placewatch simulator`: runs the look-alike alone until Ctrl-C or SIGTERM.
///
/// Standard output begins with `LISTENING http://…`, then `user KEY`, `support KEY`, `admin KEY`: scripts read it.
@Command(name = "simulator", mixinStandardHelpOptions = true,
        description = "Runs a PlaceOS look-alike over the demo building until Ctrl-C.")
public final class SimulatorCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--host", defaultValue = "127.0.0.1", paramLabel = "ADDRESS",
            description = "address to listen on (default: ${DEFAULT-VALUE}, reachable from this computer only)")
    private String host = "127.0.0.1";

    @Option(names = "--port", defaultValue = "0", paramLabel = "PORT",
            description = "port to listen on; 0 lets the system pick one (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(names = "--systems", defaultValue = "36", paramLabel = "ROOMS",
            description = "rooms in the building (default: ${DEFAULT-VALUE})")
    private int systems;

    @Option(names = "--seed", defaultValue = "7", paramLabel = "NUMBER",
            description = "repeats a building exactly (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--dialect", defaultValue = "current", paramLabel = "DIALECT",
            description = "current: as servers deployed today; documented: as the public page says "
                    + "(default: ${DEFAULT-VALUE})")
    private String dialect = "current";

    @Override
    public Integer call() throws InterruptedException {
        SimulatorOptions options = options();
        Simulator simulator;
        try {
            simulator = Simulator.start(options);
        } catch (UncheckedIOException e) {
            complain(e);
            return 1;
        }
        // Ctrl-C and SIGTERM end the process by its shutdown hooks: this thread needn't wake for them.
        Thread atTheEnd = new Thread(simulator::close, "simulator-shutdown");
        Runtime.getRuntime().addShutdownHook(atTheEnd);
        announce(simulator);
        try {
            new CountDownLatch(1).await();
            return 0;
        } finally {
            simulator.close();
            Runtime.getRuntime().removeShutdownHook(atTheEnd);
        }
    }

    private void announce(Simulator simulator) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("LISTENING " + simulator.address());
        for (Role role : Role.values()) {
            out.println(role.name().toLowerCase(Locale.ROOT) + " " + simulator.key(role));
        }
        out.flush();
    }

    private SimulatorOptions options() {
        if (port < 0 || port > 65_535) {
            throw wrong("--port must be between 0 and 65535, not " + port);
        }
        if (systems < 1) {
            throw wrong("--systems must be at least 1, not " + systems);
        }
        Dialect spoken = switch (dialect.toLowerCase(Locale.ROOT)) {
            case "current" -> Dialect.CURRENT;
            case "documented" -> Dialect.DOCUMENTED;
            default -> throw wrong("--dialect must be current or documented, not " + dialect);
        };
        InetAddress address;
        try {
            address = InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw wrong("--host " + host + " is not an address of this computer: its name is not known");
        }
        if (!address.isLoopbackAddress()) {
            spec.commandLine().getErr().println("Warning: " + host
                    + " is not a loopback address. Others on the network can reach this simulator.");
        }
        return new SimulatorOptions(host, port, systems, seed, spoken, Optional.empty());
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    private void complain(UncheckedIOException failure) {
        boolean taken = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            taken |= cause instanceof BindException bind && String.valueOf(bind.getMessage()).contains("in use");
        }
        CommandLine.Help.Ansi ansi = spec.commandLine().getColorScheme().ansi();
        spec.commandLine().getErr().println(ansi.text(taken
                ? "Port " + port + " on " + host + " is taken by another program. Choose another with --port, or 0."
                : "Cannot listen on " + host + " port " + port + ": " + failure.getCause().getMessage()));
    }
}
