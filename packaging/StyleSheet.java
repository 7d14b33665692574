import java.io.IOException;
import java.nio.file.Path;
import javafx.css.Stylesheet;

/// Writes a style sheet as JavaFX keeps it once it has read it. It looks for that beside the sheet and takes it in place of
/// reading the text, which would cost each start as much as a tenth of a bare window's.
///
/// `java --class-path JAVAFX packaging/StyleSheet.java FROM.css TO.bss`
void main(String[] args) throws IOException {
    if (args.length != 2) {
        System.err.println("Usage: java packaging/StyleSheet.java FROM.css TO.bss");
        System.exit(2);
    }
    Stylesheet.convertToBinary(Path.of(args[0]).toFile(), Path.of(args[1]).toFile());
}
