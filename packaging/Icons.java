import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/// Draws every icon of the program from the one drawing: PNGs for its windows and for Linux, an .ico for Windows, an
/// .icns for macOS. Nothing is drawn when nothing has changed since the last time.
///
/// `java -classpath JSVG packaging/Icons.java DRAWING.svg WINDOW_DIRECTORY INSTALLER_DIRECTORY`

/// Of the windows: what a task bar, a window's frame and a switcher show, on ordinary and on dense screens.
final int[] WINDOW = {16, 32, 48, 128};

final int[] WINDOWS = {16, 20, 24, 32, 40, 48, 64, 256};

/// The types of an .icns file by their edge, and of half of it on a dense screen.
final Map<String, Integer> MACOS = new TreeMap<>(Map.of("icp4", 16, "icp5", 32, "ic11", 32, "ic12", 64, "ic07", 128,
        "ic08", 256, "ic13", 256, "ic09", 512, "ic14", 512, "ic10", 1024));

void main(String[] args) throws IOException {
    if (args.length != 3) {
        System.err.println("Usage: java packaging/Icons.java DRAWING.svg WINDOW_DIRECTORY INSTALLER_DIRECTORY");
        System.exit(2);
    }
    Path drawing = Path.of(args[0]);
    Path windows = Files.createDirectories(Path.of(args[1]));
    Path installer = Files.createDirectories(Path.of(args[2]));
    // the last of all
    Path last = installer.resolve("placewatch.icns");
    if (Files.exists(last) && Files.exists(windows.resolve(WINDOW[0] + ".png"))
            && Files.getLastModifiedTime(last).compareTo(Files.getLastModifiedTime(drawing)) > 0) {
        return;
    }
    System.setProperty("java.awt.headless", "true");
    SVGDocument document = new SVGLoader().load(drawing.toUri().toURL());
    if (document == null) {
        throw new IOException(drawing + " is not an SVG drawing");
    }
    for (int edge : WINDOW) {
        Files.write(windows.resolve(edge + ".png"), png(document, edge));
    }
    Files.write(installer.resolve("placewatch.png"), png(document, 512));
    Files.write(installer.resolve("placewatch.ico"), ico(document));
    Files.write(last, icns(document));
}

byte[] png(SVGDocument document, int edge) throws IOException {
    BufferedImage image = new BufferedImage(edge, edge, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    document.render(null, graphics, new ViewBox(0, 0, edge, edge));
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
}

/// Of PNGs, as Windows reads them since Vista: a header, a directory, the pictures.
byte[] ico(SVGDocument document) throws IOException {
    Map<Integer, byte[]> pictures = new TreeMap<>();
    for (int edge : WINDOWS) {
        pictures.put(edge, png(document, edge));
    }
    int start = 6 + 16 * pictures.size();
    ByteBuffer file = ByteBuffer.allocate(start + pictures.values().stream().mapToInt(it -> it.length).sum())
            .order(ByteOrder.LITTLE_ENDIAN);
    file.putShort((short) 0).putShort((short) 1).putShort((short) pictures.size());
    int at = start;
    for (var picture : pictures.entrySet()) {
        // 256 is written as 0
        byte edge = (byte) (int) picture.getKey();
        file.put(edge).put(edge).put((byte) 0).put((byte) 0).putShort((short) 1).putShort((short) 32)
                .putInt(picture.getValue().length).putInt(at);
        at += picture.getValue().length;
    }
    pictures.values().forEach(file::put);
    return file.array();
}

/// Of PNGs: a header, then each picture behind its type and length.
byte[] icns(SVGDocument document) throws IOException {
    ByteArrayOutputStream pictures = new ByteArrayOutputStream();
    for (var type : MACOS.entrySet()) {
        byte[] picture = png(document, type.getValue());
        pictures.writeBytes(type.getKey().getBytes(StandardCharsets.US_ASCII));
        pictures.writeBytes(ByteBuffer.allocate(4).putInt(8 + picture.length).array());
        pictures.writeBytes(picture);
    }
    ByteBuffer file = ByteBuffer.allocate(8 + pictures.size());
    file.put("icns".getBytes(StandardCharsets.US_ASCII)).putInt(8 + pictures.size()).put(pictures.toByteArray());
    return file.array();
}
