package placewatch;

import javafx.application.Application;
import javafx.stage.Stage;

public final class Main extends Application {
    @Override public void start(Stage stage) { System.out.println("up " + stage); stage.show(); javafx.application.Platform.exit(); }
    public static void main(String[] args) { System.out.println(java.util.List.of(args)); launch(args); }
}
