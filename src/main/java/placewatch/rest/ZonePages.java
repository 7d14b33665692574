package placewatch.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;

/// Gathers every zone, page after page. One object gathers once; pages follow each other, so nothing is shared.
final class ZonePages {

    private final IntFunction<CompletableFuture<ApiResult<Page<Zone>>>> pageAt;
    private final CompletableFuture<ApiResult<List<Zone>>> result = new CompletableFuture<>();
    // by id: a zone made while we turn the page moves others onto the next one
    private final Map<String, Zone> gathered = new LinkedHashMap<>();

    ZonePages(IntFunction<CompletableFuture<ApiResult<Page<Zone>>>> pageAt) {
        this.pageAt = pageAt;
    }

    CompletableFuture<ApiResult<List<Zone>>> gather() {
        ask(0);
        return result;
    }

    private void ask(int offset) {
        CompletableFuture<ApiResult<Page<Zone>>> call = pageAt.apply(offset);
        result.whenComplete((_, _) -> call.cancel(true));
        call.thenAccept(this::take);
    }

    private void take(ApiResult<Page<Zone>> answer) {
        switch (answer) {
            case ApiResult.Failed<Page<Zone>>(var failure) -> result.complete(new ApiResult.Failed<>(failure));
            case ApiResult.Ok<Page<Zone>>(Page<Zone> page) -> {
                int before = gathered.size();
                page.items().forEach(zone -> gathered.putIfAbsent(zone.id(), zone));
                // a server that ignores the offset sends the same page for ever
                if (page.more() && gathered.size() > before && !result.isDone()) {
                    ask(page.end());
                } else {
                    result.complete(new ApiResult.Ok<>(List.copyOf(gathered.values())));
                }
            }
        }
    }
}
