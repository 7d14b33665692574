package placewatch.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// From the start of the process until the demo building can be used, in the image as it is shipped: against a bare window
/// with a cache of its own, and against the same image without its cache. Medians of ten, in turn, after one of each that
/// warms the disk.
final class StartUp {

    private static final int STARTS = 10;
    private static final double AGAINST_BARE = 1.5;
    private static final double AGAINST_NO_CACHE = 0.7;

    private StartUp() { }

    public static void main(String[] args) throws IOException, InterruptedException {
        Path window = ColdStart.jar("bare.jar", BareWindow.class);
        Path cache = window.resolveSibling("bare.aot");
        int exit = new ProcessBuilder(bare("-XX:AOTCacheOutput=" + cache, window)).redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD).start().waitFor();
        if (exit != 0) {
            throw new IOException("the bare window's training run ended with " + exit);
        }
        List<Double> bare = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        for (int start = 0; start <= STARTS; start++) {
            double bareTook = ColdStart.usable(bare("-XX:AOTCache=" + cache, window));
            double oursTook = ColdStart.usable();
            double withoutTook = ColdStart.usable("-XX:AOTMode=off");
            if (start > 0) {
                bare.add(bareTook);
                ours.add(oursTook);
                without.add(withoutTook);
            }
        }
        Benchmark.say(atMost("start: demo building usable (a bare window)", median(ours), median(bare), AGAINST_BARE));
        Benchmark.say(atMost("start: demo building usable (without the AOT cache)", median(ours), median(without),
                AGAINST_NO_CACHE));
        System.exit(0);
    }

    private static List<String> bare(String cache, Path jar) {
        List<String> command = new ArrayList<>(ColdStart.java());
        command.addAll(List.of(cache, "--add-modules", "atlantafx.base,javafx.controls",
                "-classpath", jar.toString(), BareWindow.class.getName()));
        return command;
    }

    private static Row atMost(String measure, double ours, double baseline, double bound) {
        return new Row(measure, ours, baseline, "ms", ours / baseline, new Row.Bound.AtMost(bound));
    }

    private static double median(List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
