package placewatch;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/// Writes what a window shows as PNG files.
final class Pictures {

    private final Path folder;

    /// Takes away what an earlier run left in the folder under a picture's name.
    Pictures(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        try (DirectoryStream<Path> old = Files.newDirectoryStream(folder, "[0-9]-*.png")) {
            for (Path picture : old) {
                Files.delete(picture);
            }
        }
    }

    /// Any thread.
    Path write(String name, WritableImage image) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        Path file = folder.resolve(name + ".png");
        if (!ImageIO.write(picture, "png", file.toFile())) {
            throw new IOException("this Java can't write PNG files");
        }
        return file;
    }
}
