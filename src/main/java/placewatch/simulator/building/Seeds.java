package placewatch.simulator.building;

import java.nio.charset.StandardCharsets;

/// Numbers and ids that follow from a seed and a text, the same on every computer.
final class Seeds {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
    private static final int ID_LENGTH = 10;

    private Seeds() {
    }

    /// FNV-1a over the text, then SplitMix64's finish.
    static long of(long seed, String text) {
        long hash = 0xcbf29ce484222325L ^ seed;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return hash ^ (hash >>> 31);
    }

    /// Ten characters such as PlaceOS ids are made of.
    static String id(long seed, String text) {
        long bits = of(seed, text);
        StringBuilder id = new StringBuilder(ID_LENGTH);
        for (int i = 0; i < ID_LENGTH; i++) {
            id.append(ALPHABET.charAt((int) (bits & 63)));
            bits >>>= 6;
        }
        return id.toString();
    }
}
