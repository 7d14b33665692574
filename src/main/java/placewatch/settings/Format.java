package placewatch.settings;

/// How something is written to a file and read back. Any thread.
public interface Format<T> {

    /// What it is, as the subject of a sentence: "The preferences".
    String called();

    /// What it is as long as nothing was kept.
    T initial();

    byte[] write(T kept);

    /// @throws tools.jackson.core.JacksonException when the text is no JSON
    /// @throws IllegalArgumentException            when it is JSON, but not ours; the message says what is wrong
    T read(byte[] text);
}
