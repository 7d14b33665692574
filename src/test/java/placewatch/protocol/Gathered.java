package placewatch.protocol;

import java.nio.charset.StandardCharsets;

/// Plain notifies as a server writes them, gathered by the program's reader.
public final class Gathered {

    private final FrameReader reader = new FrameReader();

    /// Those values of those variables, in turn; good until the next call.
    public Notifies of(StatusKey[] keys, String... values) {
        StringBuilder all = new StringBuilder();
        int[] ends = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            ModuleAddress module = keys[i].module();
            all.append("{\"type\":\"notify\",\"value\":").append(values[i]).append(",\"meta\":{\"sys\":\"")
                    .append(module.system()).append("\",\"mod\":\"").append(module.module()).append("\",\"index\":")
                    .append(module.index()).append(",\"name\":\"").append(keys[i].name()).append("\"}}");
            ends[i] = all.length();
        }
        byte[] bytes = all.toString().getBytes(StandardCharsets.UTF_8);
        for (int pass = 0; pass < 2; pass++) {
            // the first teaches it the variables
            reader.notifies().clear();
            int start = 0;
            for (int end : ends) {
                if (!reader.gather(bytes, start, end)) {
                    if (pass == 1) {
                        throw new IllegalArgumentException("it is not plain");
                    }
                    reader.read(bytes, start, end);
                }
                start = end;
            }
        }
        return reader.notifies();
    }
}
