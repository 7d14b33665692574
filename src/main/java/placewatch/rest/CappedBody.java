package placewatch.rest;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/// Collects an answer's body up to a cap, so that a server gone wild can't fill the memory. Called by the HTTP
/// client, one call at a time.
final class CappedBody implements BodySubscriber<byte[]> {

    /// Far above the largest list a server sends (10,000 systems).
    static final int MAX_BYTES = 64 * 1024 * 1024;

    /// The body went on after the cap.
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(long cap) {
            super("larger than " + cap + " bytes");
        }
    }

    private final BodySubscriber<byte[]> bytes = BodySubscribers.ofByteArray();
    private final long cap;
    private long received;
    private Flow.@Nullable Subscription source;

    CappedBody(long cap) {
        this.cap = cap;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return bytes.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        source = subscription;
        bytes.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            received += buffer.remaining();
        }
        if (received <= cap) {
            bytes.onNext(buffers);
        } else if (source != null) {
            source.cancel();
            bytes.onError(new TooLarge(cap));
        }
    }

    @Override
    public void onError(Throwable thrown) {
        bytes.onError(thrown);
    }

    @Override
    public void onComplete() {
        bytes.onComplete();
    }
}
