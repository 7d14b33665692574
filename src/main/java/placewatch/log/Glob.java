package placewatch.log;

/// A name in which each `*` stands for any characters or none; capitals or not is all the same. Any thread.
public record Glob(String pattern) {

    /// Whether a name is this, from its first character to its last. Each star takes as little as it can, and only the
    /// latest ever takes more.
    public boolean fits(String name) {
        int at = 0;
        int in = 0;
        int star = -1;
        int afterStar = 0;
        while (in < name.length()) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                afterStar = in;
            } else if (at < pattern.length() && Fold.fold(pattern.charAt(at)) == Fold.fold(name.charAt(in))) {
                at++;
                in++;
            } else if (star >= 0) {
                at = star + 1;
                in = ++afterStar;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }

    /// Whether it fits somewhere in a name.
    boolean isIn(String name) {
        return new Glob("*" + pattern + "*").fits(name);
    }
}
