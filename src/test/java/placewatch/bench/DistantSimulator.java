package placewatch.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import placewatch.Main;

/// A simulator in a process of its own, as a server is another machine, and not a cold one.
record DistantSimulator(Process process, URI address, String key) implements AutoCloseable {

    private static final int WARMING = 200;

    private static final List<String> QUESTIONS = List.of("users/current", "zones?limit=1000&offset=0",
            "systems?limit=0&offset=0", "systems?limit=100&offset=0");

    static DistantSimulator start(int systems) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), Main.class.getName(), "simulator",
                "--port", "0", "--systems", String.valueOf(systems)).redirectError(Redirect.INHERIT).start();
        BufferedReader said = process.inputReader();
        URI address = URI.create(wordAfter("LISTENING", said));
        DistantSimulator simulator = new DistantSimulator(process, address, wordAfter("support", said));
        simulator.warm();
        return simulator;
    }

    private static String wordAfter(String first, BufferedReader said) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(first + " ")) {
                return line.substring(first.length() + 1);
            }
        }
        throw new IllegalStateException("the simulator ended before it said " + first);
    }

    private void warm() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; i < WARMING; i++) {
                for (String question : QUESTIONS) {
                    HttpResponse<String> answer = client.send(
                            HttpRequest.newBuilder(address.resolve("/api/engine/v2/" + question))
                                    .header("X-API-Key", key).build(), HttpResponse.BodyHandlers.ofString());
                    if (answer.statusCode() != 200) {
                        throw new IllegalStateException(question + " is answered " + answer.statusCode());
                    }
                }
            }
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
