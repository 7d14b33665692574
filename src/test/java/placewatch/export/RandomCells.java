package placewatch.export;

import java.util.Random;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Texts and JSON values that are hard on a table, the same ones for the same seed.
final class RandomCells {

    private static final String HARD = "=+-@\t\r\n\0 '\",;|{}[]:.0123456789aEeçüß漢＝＋－＠\u2028\\";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Random random;

    RandomCells(long seed) {
        random = new Random(seed);
    }

    String text() {
        return switch (random.nextInt(8)) {
            case 0 -> "";
            case 1 -> "true";
            case 2 -> Integer.toString(random.nextInt(2000) - 1000);
            case 3 -> "'".repeat(random.nextInt(3)) + " ".repeat(random.nextInt(2)) + some(4);
            case 4 -> "00" + random.nextInt(100);
            case 5 -> json();
            case 6 -> "😀" + some(6);
            default -> some(12);
        };
    }

    private String some(int most) {
        int length = random.nextInt(most + 1);
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(HARD.charAt(random.nextInt(HARD.length())));
        }
        return text.toString();
    }

    /// A JSON value as a server may write it.
    String json() {
        return json(2);
    }

    private String json(int depth) {
        return switch (random.nextInt(depth == 0 ? 6 : 9)) {
            case 0 -> "null";
            case 1 -> Boolean.toString(random.nextBoolean());
            case 2 -> Integer.toString(random.nextInt(200) - 100);
            case 3 -> (random.nextBoolean() ? "-" : "") + random.nextInt(100) + "." + random.nextInt(100) + "e"
                    + (random.nextInt(20) - 10);
            case 4 -> JSON.writeValueAsString(some(8));
            case 5 -> JSON.writeValueAsString(text());
            case 6 -> blank() + json(depth - 1) + blank();
            case 7 -> {
                ArrayNode array = JSON.createArrayNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    array.add(JSON.readTree(json(depth - 1)));
                }
                yield array.toString();
            }
            default -> {
                ObjectNode object = JSON.createObjectNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    object.set(some(5), JSON.readTree(json(depth - 1)));
                }
                yield object.toPrettyString();
            }
        };
    }

    private String blank() {
        return switch (random.nextInt(4)) {
            case 0 -> " ";
            case 1 -> "\n";
            case 2 -> "\t";
            default -> "";
        };
    }

    int below(int bound) {
        return random.nextInt(bound);
    }
}
