package placewatch.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import placewatch.control.Theme;

/// A list of strings with the library's filtering, and a `runLater` with a `scrollTo` for each piece that comes: what
/// one writes first. It keeps every line; made on the JavaFX thread.
final class NaiveConsole {

    private final ObservableList<String> all = FXCollections.observableArrayList();
    private final FilteredList<String> filtered = new FilteredList<>(all);
    private final ListView<String> list = new ListView<>(filtered);
    private final Stage stage = new Stage();
    private final Pulses pulses = new Pulses();
    private final List<Double> latencies = new ArrayList<>();
    private final List<Long> coming = new ArrayList<>();

    NaiveConsole(int size) {
        list.setFixedCellSize(20);
        Scene scene = new Scene(list, size, size);
        Theme.dress(scene);
        scene.addPostLayoutPulseListener(() -> {
            long moment = System.nanoTime();
            coming.forEach(came -> latencies.add((moment - came) / 1e6));
            coming.clear();
        });
        stage.setScene(scene);
        stage.show();
    }

    /// Adds pieces of so many lines every so many nanoseconds, for some seconds. Not the JavaFX thread.
    void load(LogLines lines, int size, long nanos, int seconds) {
        Platform.runLater(() -> {
            filtered.setPredicate(words("volume"));
            pulses.begin();
        });
        long next = System.nanoTime();
        long until = next + seconds * 1_000_000_000L;
        while (next < until) {
            List<String> piece = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                piece.add(lines.level() + " " + lines.text(90));
            }
            long came = System.nanoTime();
            Platform.runLater(() -> {
                all.addAll(piece);
                list.scrollTo(filtered.size() - 1);
                coming.add(came);
            });
            next += nanos;
            while (System.nanoTime() < next) {
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }
        CompletableFuture<Boolean> over = new CompletableFuture<>();
        Platform.runLater(() -> over.complete(pulses.end()));
        over.join();
    }

    Pulses pulses() {
        return pulses;
    }

    double latency(double share) {
        return Pulses.share(latencies, share);
    }

    void fill(List<String> lines) {
        all.setAll(lines);
        list.scrollTo(all.size() - 1);
    }

    void filter(Predicate<String> wanted) {
        filtered.setPredicate(wanted);
        list.scrollTo(filtered.size() - 1);
    }

    int size() {
        return filtered.size();
    }

    static Predicate<String> words(String... words) {
        return line -> List.of(words).stream().allMatch(word -> line.toLowerCase().contains(word));
    }

    static Predicate<String> expression(String expression) {
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE).asPredicate();
    }

    void close() {
        stage.close();
        all.clear();
    }
}
