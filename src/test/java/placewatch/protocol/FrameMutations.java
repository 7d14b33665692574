package placewatch.protocol;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Frames and values that are almost right: real ones of both dialects, damaged by chance. The same seed makes the same
/// ones. Frames are written with `'` for `"`.
public final class FrameMutations {

    private static final List<String> FRAMES = quoted(
            "pong",
            // documented
            "{'id':1,'type':'success','meta':{'sys':'sys-1234','mod':'Bookings','index':1,'name':'bookings'}}",
            "{'id':18,'type':'notify','value':'[]','meta':{'sys':'sys-1234','mod':'Bookings','index':1,"
                    + "'name':'bookings'}}",
            "{'id':19,'type':'notify','value':'{\\'title\\':\\'Jour fixe\\',\\'ends\\':1631058815,\\'who\\':null}',"
                    + "'meta':{'sys':'sys-1234','mod':'Bookings','index':1,'name':'current'}}",
            "{'id':20,'type':'notify','value':'\\'on\\'','meta':{'sys':'sys-1','mod':'Display','index':2,"
                    + "'name':'power'}}",
            "{'id':3,'type':'success','meta':{'sys':'sys-1234','mod':'Bookings','index':1,'name':'bookings'},"
                    + "'value':{}}",
            "{'id':4,'type':'success','mod_id':'mod-Z6XXB1doL4','meta':{'sys':'sys-Z6XXA-Kc_v','mod':'Bookings',"
                    + "'index':1}}",
            "{'type':'debug','mod':'mod-Z6XXB1doL4','klass':'::Some::Display','level':'debug',"
                    + "'msg':'input changed to HDMI'}",
            "{\n    'id': 5,\n    'type': 'success'\n}",
            "{'id':9,'type':'error','code':6,'msg':'module not found'}",
            "{'type':'error','code':0,'msg':'invalid JSON'}",
            // current
            "{'id':1,'type':'notify','value':[1.5,42.0,1.0e-7,9007199254740993,-0],'meta':{'sys':'sys-1','mod':'Mixer',"
                    + "'index':1,'name':'faders'}}",
            "{'id':1,'type':'notify','value':{'läuft':true,'x':{'deep':[{},[],'\\u00e4\\ud83d\\ude00 😀']}},'meta':"
                    + "{'sys':'sys-1','mod':'Room_101','index':12,'name':'state'}}",
            "{'id':2,'type':'notify','value':null,'meta':{'sys':'sys-1','mod':'Display','index':1,'name':'power'}}",
            "{'id':6,'type':'success'}",
            "{'id':7,'type':'success','code':200,'value':'done','meta':{'sys':'sys-1','mod':'Display','index':1,"
                    + "'name':'power'}}",
            "{'id':8,'type':'error','error_code':3,'code':500,'msg':'module raised: volume 140 (ArgumentError)\\n  a'}",
            "{'id':9,'type':'debug','level':'warn','msg':'sent \\\\xAA\\t','mod':'mod-1','meta':{'sys':'sys-1',"
                    + "'mod':'mod-1','index':1,'name':'debug'}}");

    private static final List<String> TOKENS = quoted("null", "true", "false", "0", "-1", "7", "42.0", "1.0e-7",
            "1e999999999", "9223372036854775808", "''", "'text'", "'\\'on\\''", "'\\ud800'", "'\\u0000'", "[]", "{}",
            "['a',1]", "{'a':{'b':[]}}", "NaN", "'notify'", "'success'", "'error'", "'debug'", "'value'", "'meta'",
            "'id'", "'type'", "'index'", "\uFEFF", "\0", ",", ":", "\ud83d", "\ude00", "  ", "\\");

    private static final List<String> SOUND = TOKENS.subList(0, TOKENS.indexOf("NaN"));

    /// Of a string's inside.
    private static final List<String> PIECES =
            List.of("x", "ä", "😀", "\\\"", "\\\\", "\\u00e4", "\\ud83d\\ude00", "\\n", "\\ud800", "{\\\"a\\\":[1]},");

    private static final Pattern TOKEN = Pattern.compile(
            "\"(?:[^\"\\\\]|\\\\.){0,400}\"|-?[0-9][0-9.eE+-]*|true|false|null|[\\[\\]{}:,]");

    private final SplittableRandom chance;

    public FrameMutations(SplittableRandom chance) {
        this.chance = chance;
    }

    private static List<String> quoted(String... written) {
        return List.of(written).stream().map(text -> text.replace('\'', '"')).toList();
    }

    /// A frame with up to five faults, now and then with none.
    public String frame() {
        return damaged(pick(FRAMES));
    }

    /// A value as a notify might bring it, with up to five faults.
    public String value() {
        String value = chance.nextInt(3) == 0 ? pick(TOKENS) : String.join(",", pick(TOKENS), pick(TOKENS));
        value = switch (chance.nextInt(4)) {
            case 0 -> value;
            case 1 -> "[" + value + "]";
            case 2 -> "{\"a\":" + pick(TOKENS) + ",\"b\":" + pick(TOKENS) + "}";
            default -> pick(TOKENS);
        };
        return damaged(chance.nextInt(3) == 0 ? stringified(value) : value);
    }

    /// A frame of about that many characters: some part of it comes again and again, so that what takes time by the
    /// square shows. Every other one is sound.
    public String large(int length) {
        String frame = pick(FRAMES.subList(1, FRAMES.size()));
        String token = pick(SOUND);
        String first = "{\"value\":";
        return switch (chance.nextInt(14)) {
            case 0 -> first + "[" + often(token + ",", length) + "0]," + frame.substring(1);
            case 1 -> first + "{" + often("\"key\":" + token + ",", length) + "\"a\":0}," + frame.substring(1);
            case 2 -> first + "\"" + often(pick(PIECES), length) + "\"," + frame.substring(1);
            case 3 -> "{\"msg\":\"" + often(pick(PIECES), length) + "\"," + frame.substring(1);
            case 4 -> "{" + often("\"meta\":{\"sys\":" + token + "},", length) + frame.substring(1);
            case 5 -> "{" + often("\"" + pick(List.of("id", "value", "x", "type")) + "\":" + token + ",", length)
                    + frame.substring(1);
            case 6 -> "{" + often(pick(List.of(" ", "\n", "\t \r\n")), length) + frame.substring(1);
            case 7 -> "{\"" + pick(List.of("value", "id", "x")) + "\":" + often("7", length) + "," + frame.substring(1);
            case 8 -> first + "[".repeat(400_000) + "]".repeat(400_000) + "," + frame.substring(1) + often(" ", length);
            default -> {
                String damaged = frame();
                int at = place(damaged);
                String part = chance.nextBoolean() ? pick(TOKENS) + "," : slice(damaged, 60);
                yield damaged.substring(0, at) + often(part.isEmpty() ? "{\"a\":" : part, length)
                        + damaged.substring(at);
            }
        };
    }

    /// The value inside a JSON string.
    public static String stringified(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String often(String part, int length) {
        return part.repeat(length / part.length() + 1);
    }

    private String damaged(String text) {
        String damaged = text;
        int faults = Math.min(chance.nextInt(6), chance.nextInt(6));
        for (int i = 0; i < faults; i++) {
            damaged = fault(damaged);
        }
        return damaged;
    }

    private String fault(String text) {
        int at = place(text);
        return switch (chance.nextInt(12)) {
            case 0 -> at == text.length() ? text : text.substring(0, at) + anyCharacter() + text.substring(at + 1);
            case 1 -> text.substring(0, at) + text.substring(Math.min(text.length(), at + chance.nextInt(1, 9)));
            case 2 -> text.substring(0, at) + slice(text, 40) + text.substring(at);
            case 3 -> text.substring(0, at) + pick(FRAMES).substring(chance.nextInt(4));
            case 4 -> spliced(text, pick(FRAMES));
            case 5, 6, 7 -> otherToken(text);
            case 8 -> nested(text);
            case 9 -> text.substring(0, at);
            case 10 -> text.substring(0, at) + pick(TOKENS) + text.substring(at);
            default -> flippedBit(text);
        };
    }

    private String otherToken(String text) {
        List<MatchResult> tokens = TOKEN.matcher(text).results().toList();
        if (tokens.isEmpty()) {
            return text;
        }
        MatchResult token = tokens.get(chance.nextInt(tokens.size()));
        return text.substring(0, token.start()) + pick(TOKENS) + text.substring(token.end());
    }

    private String nested(String text) {
        List<MatchResult> tokens = TOKEN.matcher(text).results().filter(token -> token.group().length() > 1).toList();
        if (tokens.isEmpty()) {
            return text;
        }
        MatchResult token = tokens.get(chance.nextInt(tokens.size()));
        int depth = chance.nextInt(100) == 0 ? 2_000 : chance.nextInt(1, 20);
        String open = chance.nextBoolean() ? "[" : "{\"a\":";
        String close = open.equals("[") ? "]" : "}";
        return text.substring(0, token.start()) + open.repeat(depth) + token.group()
                + close.repeat(chance.nextInt(8) == 0 ? depth - 1 : depth) + text.substring(token.end());
    }

    private String spliced(String text, String other) {
        return text.substring(0, place(text)) + other.substring(place(other));
    }

    private String flippedBit(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0) {
            return text;
        }
        bytes[chance.nextInt(bytes.length)] ^= (byte) (1 << chance.nextInt(8));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String slice(String text, int longest) {
        int from = place(text);
        return text.substring(from, Math.min(text.length(), from + chance.nextInt(longest)));
    }

    private int place(String text) {
        return chance.nextInt(text.length() + 1);
    }

    private char anyCharacter() {
        return switch (chance.nextInt(4)) {
            case 0 -> "{}[]:,\"\\ \t\n".charAt(chance.nextInt(11));
            case 1 -> (char) chance.nextInt(0x20);
            case 2 -> (char) chance.nextInt(0xD800, 0xE000);
            default -> (char) chance.nextInt(0x20, 0x180);
        };
    }

    private String pick(List<String> from) {
        return from.get(chance.nextInt(from.size()));
    }

    /// As a Java string's inside, to be copied into a test; a long one is cut in the middle.
    public static String escaped(String text) {
        String shown = text.length() <= 4_000 ? text
                : text.substring(0, 2_000) + "…(" + text.length() + " characters)…" 
                        + text.substring(text.length() - 500);
        StringBuilder escaped = new StringBuilder(shown.length() + 20);
        shown.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                escaped.append('\\').append((char) c);
            } else if (c >= 0x20 && c < 0x7F) {
                escaped.append((char) c);
            } else {
                escaped.append(String.format("\\u%04x", c));
            }
        });
        return escaped.toString();
    }
}
