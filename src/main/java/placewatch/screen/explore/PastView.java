package placewatch.screen.explore;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import placewatch.control.Copied;
import placewatch.control.Icons;
import placewatch.control.Mark;
import placewatch.control.Texts;
import placewatch.model.NameFilter;
import placewatch.model.TypedFilter;
import placewatch.protocol.ModuleAddress;
import placewatch.settings.PastCalls;

/// The calls of before, on this server, to be found, made again on the open module, or taken away.
final class PastView extends VBox {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    private final TypedFilter filter = new TypedFilter();
    private final PickList<PastCalls.Call> list;

    /// @param onKeep the person wants a call at hand
    PastView(CallsModel model, Consumer<PastCalls.Call> onKeep) {
        super(6);
        TextField typed = Icons.search("Function, module, room, argument, outcome…");
        typed.setId(ExploreView.PAST_FILTER);
        typed.textProperty().bindBidirectional(filter.textProperty());
        Label wrong = new Label();
        wrong.getStyleClass().add("trouble");
        wrong.textProperty().bind(filter.wrongProperty());
        wrong.visibleProperty().bind(wrong.textProperty().isNotEmpty());
        wrong.managedProperty().bind(wrong.visibleProperty());
        FilteredList<PastCalls.Call> shown = new FilteredList<>(model.book().calls());
        filter.inForceProperty().subscribe(force -> shown.setPredicate(call -> passes(force, call)));
        Function<PastCalls.Call, String> free = _ -> "";
        list = new PickList<>(ExploreView.PAST_LIST, "Calls of before", "No call of before passes.", shown, PastView::words,
                List.of(new PickList.Action<>(ExploreView.PAST_AGAIN, () -> "Run again on " + model.slug(),
                                call -> model.barrier(call.driver(), call.arguments()),
                                call -> model.again(call.function(), call.arguments())),
                        new PickList.Action<>(ExploreView.PAST_SEVERAL, "On several…",
                                call -> model.barrier(call.driver(), call.arguments()),
                                call -> model.several(call.function(), call.arguments())),
                        new PickList.Action<>(ExploreView.PAST_EDIT, "Edit", call -> model.editBarrier(call.driver()),
                                call -> model.edit(call.function(), call.arguments())),
                        new PickList.Action<>(ExploreView.PAST_KEEP, "Favourite…",
                                call -> model.editBarrier(call.driver()), onKeep),
                        new PickList.Action<>(ExploreView.PAST_FRAME, "Copy frame", free,
                                call -> Copied.text(model.frame(address(call), call.function(), call.arguments()))),
                        new PickList.Action<>(ExploreView.PAST_CURL, "Copy curl", free,
                                call -> Copied.text(model.curl(address(call), call.function(), call.arguments()))),
                        new PickList.Action<>(ExploreView.PAST_CODE, "Copy ts-client", free,
                                call -> Copied.text(CallsModel.code(address(call), call.function(), call.arguments())))),
                ExploreView.PAST_EDIT);
        list.offer(ExploreView.PAST_SEVERAL, Bindings.size(model.alike()).greaterThan(1));
        getChildren().setAll(typed, wrong, list);
    }

    private static boolean passes(NameFilter filter, PastCalls.Call call) {
        return filter.passes(List.of(call.function() + " " + CallWords.text(call.arguments()), call.slug(), call.title(),
                call.driver(), outcome(call)));
    }

    private static ModuleAddress address(PastCalls.Call call) {
        return new ModuleAddress(call.system(), call.module(), call.index());
    }

    private static PickList.Words words(PastCalls.Call call) {
        return new PickList.Words(switch (call.end()) {
            case RETURNED -> Mark.GOOD;
            case STOPPED_WAITING -> Mark.STOPPED;
            case REFUSED, NO_ANSWER, CONNECTION_LOST, NOT_SENT -> Mark.TROUBLE;
        }, CallWords.beginning(CallWords.call(call.function(), call.arguments()), 200), time(call.at()),
                call.slug() + " in " + call.title() + " · " + outcome(call));
    }

    private static String time(Instant at) {
        ZoneId zone = ZoneId.systemDefault();
        boolean today = at.atZone(zone).toLocalDate().equals(LocalDate.now(zone));
        return (today ? TIME : DAY).format(at.atZone(zone));
    }

    private static String outcome(PastCalls.Call call) {
        String took = Texts.took(call.took());
        return switch (call.end()) {
            case RETURNED -> took + ", " + Texts.size((int) Math.min(Integer.MAX_VALUE, call.size()));
            case REFUSED -> "error " + call.code() + ", " + took;
            case NO_ANSWER -> "no answer within " + took;
            case CONNECTION_LOST -> "connection lost after " + took;
            case NOT_SENT -> "not sent";
            case STOPPED_WAITING -> "stopped waiting after " + took;
        };
    }

    /// Brings the cursor here.
    void attend() {
        list.attend();
    }
}
