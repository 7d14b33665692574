package placewatch.log;

/// Makes capitals and small letters the same. A letter of ASCII has only its own capital, so that looking for it in
/// bytes and in characters comes to the same: the Kelvin sign is no k.
final class Fold {

    private Fold() {
    }

    static char fold(char c) {
        if (c < 128) {
            return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
        }
        char folded = Character.toLowerCase(Character.toUpperCase(c));
        return folded < 128 ? c : folded;
    }

    static String fold(String text) {
        char[] folded = text.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = fold(folded[i]);
        }
        return new String(folded);
    }
}
