package placewatch.screen.explore;

import java.util.List;
import javafx.collections.transformation.FilteredList;
import javafx.scene.layout.VBox;
import placewatch.control.Mark;
import placewatch.settings.PastCalls;

/// The favourites of the open module's driver.
final class KeptCallsView extends VBox {

    private final PickList<PastCalls.Favourite> list;

    KeptCallsView(CallsModel model, FilteredList<PastCalls.Favourite> shown) {
        list = new PickList<>(ExploreView.KEPT_LIST, "Favourite calls",
                "A call that you keep as a favourite is offered here on every module with this driver.", shown,
                KeptCallsView::words, List.of(
                        new PickList.Action<>(ExploreView.KEPT_RUN, "Run",
                                call -> model.barrier(call.driver(), call.arguments()),
                                call -> model.again(call.function(), call.arguments())),
                        new PickList.Action<>(ExploreView.KEPT_EDIT, "Edit", call -> model.editBarrier(call.driver()),
                                call -> model.edit(call.function(), call.arguments())),
                        new PickList.Action<>(ExploreView.KEPT_REMOVE, "Remove", _ -> "", model.book()::remove)), ExploreView.KEPT_EDIT);
        getChildren().setAll(list);
    }

    private static PickList.Words words(PastCalls.Favourite call) {
        return new PickList.Words(Mark.NEUTRAL, call.name(), "",
                CallWords.beginning(CallWords.call(call.function(), call.arguments()), 200));
    }

    /// Brings the cursor here.
    void attend() {
        list.attend();
    }
}
