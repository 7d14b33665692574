package placewatch.protocol;

/// What is subscribed can be left: whoever took it closes it. Closing twice does nothing.
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
