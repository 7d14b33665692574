package placewatch.export;

import java.util.ArrayList;
import java.util.List;

/// Reads comma-separated and tab-separated text as spreadsheets do, written from RFC 4180 and not from our writer.
final class SeparatedReader {

    private final String text;
    private final char separator;
    private int at;

    private SeparatedReader(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    static List<List<String>> csv(String text) {
        return new SeparatedReader(text, ',').lines();
    }

    static List<List<String>> tabs(String text) {
        return new SeparatedReader(text, '\t').lines();
    }

    private List<List<String>> lines() {
        List<List<String>> lines = new ArrayList<>();
        while (at < text.length()) {
            lines.add(line());
        }
        return lines;
    }

    private List<String> line() {
        List<String> cells = new ArrayList<>();
        while (true) {
            cells.add(at < text.length() && text.charAt(at) == '"' ? quoted() : bare());
            if (at >= text.length() || text.charAt(at) != separator) {
                break;
            }
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length()) {
            if (text.charAt(at) != '\n') {
                throw new AssertionError("“" + text.charAt(at) + "” behind a cell, at " + at + " of " + text);
            }
            at++;
        }
        return cells;
    }

    private String bare() {
        int from = at;
        while (at < text.length() && text.charAt(at) != separator && text.charAt(at) != '\n'
                && text.charAt(at) != '\r') {
            at++;
        }
        return text.substring(from, at);
    }

    private String quoted() {
        StringBuilder cell = new StringBuilder();
        at++;
        while (true) {
            char c = text.charAt(at++);
            if (c != '"') {
                cell.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                cell.append('"');
                at++;
            } else {
                return cell.toString();
            }
        }
    }
}
