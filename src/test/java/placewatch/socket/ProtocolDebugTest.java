package placewatch.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static placewatch.socket.Patience.DISPLAY;
import static placewatch.socket.Patience.await;
import static placewatch.socket.ProtocolStage.row;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.Subscription;
import placewatch.socket.ProtocolStage.Row;

/// *Debug* and *Ignore* of `realtime-websocket.md` (*page*), *Debug* and *Replies* of `protocol.md`: a sentence, the
/// frames that a server says by it, what the listener is told and what the server is asked.
class ProtocolDebugTest {

    private static final String BARE = "{'id':$id,'type':'success'}";
    private static final String NOT_FOUND = "{'id':$id,'type':'error','code':6,'msg':'module not found'}";
    private static final String LINE = "{'type':'debug','mod':'mod-1','level':'info','msg':'hello'}";
    private static final ModuleAddress SECOND = new ModuleAddress("sys-2", "Display", 2);

    private static ProtocolTold debug(ProtocolStage stage) {
        ProtocolTold told = new ProtocolTold();
        stage.debug(DISPLAY, "mod-1", told);
        return told;
    }

    /// A server as the page shows it: it goes by the module's name, and answers with its id.
    private static ProtocolStage documented(ProtocolStage stage, String moduleId) {
        return stage.answers("debug mod-1", NOT_FOUND)
                .answers("debug Display", "{'id':$id,'type':'success','mod_id':'" + moduleId
                        + "','meta':{'sys':'sys-1','mod':'Display','index':1}}")
                .answers("ignore", BARE);
    }

    static Stream<Row> page() {
        return Stream.of(
                row("page, Debug: forwards messages to the connection", stage -> {
                    stage.answers("debug", BARE);
                    ProtocolTold told = debug(stage);
                    stage.push(LINE);

                    assertThat(told.all()).containsExactly("Asking", "Streaming", "mod-1 [info] hello");
                }),
                row("page, Debug: Responds with the module ID that uniquely identifies the code being monitored; Log "
                        + "messages are then sent (by that id)", stage -> {
                    ProtocolTold told = debug(documented(stage, "mod-other"));
                    stage.push("{'type':'debug','mod':'mod-other','klass':'::Some::Display','level':'debug',"
                            + "'msg':'input changed to HDMI'}");

                    assertThat(told.all())
                            .containsExactly("Asking", "Streaming", "mod-1 [debug] input changed to HDMI");
                }),
                row("page, Ignore: cancels any debug subscriptions (its mod is the id)", stage -> {
                    documented(stage, "mod-other");
                    ProtocolTold told = new ProtocolTold();
                    Subscription subscription = stage.debug(DISPLAY, "mod-1", told);
                    stage.leave(subscription);
                    stage.push(LINE.replace("mod-1", "mod-other"));

                    assertThat(told.all()).containsExactly("Asking", "Streaming");
                    assertThat(stage.frames("ignore")).containsExactly(
                            "{'cmd':'ignore','sys':'sys-1','mod':'mod-other','index':1,'name':'ignore'}");
                    assertThat(stage.socket().figures().debugStreams()).isZero();
                }));
    }

    static Stream<Row> debug() {
        return Stream.of(
                row("mod must be the module id (mod-…) on the current server: Ask by id", stage -> {
                    stage.answers("debug", BARE);
                    stage.debug(SECOND, "mod-7", new ProtocolTold());

                    assertThat(stage.frames("debug")).containsExactly(
                            "{'cmd':'debug','sys':'sys-2','mod':'mod-7','index':2,'name':'debug'}");
                }),
                row("with a name it says success and then nothing ever comes: so no name is asked after a success",
                        stage -> {
                    stage.answers("debug", BARE);
                    debug(stage);

                    assertThat(stage.sent()).containsExactly("debug debug");
                    assertThat(stage.server().commands("debug").getFirst().mod()).isEqualTo("mod-1");
                }),
                row("if the server answers module-not-found (6), ask by name, and use the mod_id of its answer",
                        stage -> {
                    debug(documented(stage, "mod-1"));

                    assertThat(stage.frames("debug")).containsExactly(
                            "{'cmd':'debug','sys':'sys-1','mod':'mod-1','index':1,'name':'debug'}",
                            "{'cmd':'debug','sys':'sys-1','mod':'Display','index':1,'name':'debug'}");
                }),
                row("ask by name: an answer without mod_id leaves us with the id that we know", stage -> {
                    stage.answers("debug mod-1", NOT_FOUND).answers("debug Display", BARE).answers("ignore", BARE);
                    ProtocolTold told = new ProtocolTold();
                    Subscription subscription = stage.debug(DISPLAY, "mod-1", told);
                    stage.push(LINE);
                    stage.leave(subscription);

                    assertThat(told.all()).containsExactly("Asking", "Streaming", "mod-1 [info] hello");
                    assertThat(stage.frames("ignore")).containsExactly(
                            "{'cmd':'ignore','sys':'sys-1','mod':'Display','index':1,'name':'ignore'}");
                }),
                row("mod repeats what was asked for: the name, where it was asked by name", stage -> {
                    stage.answers("debug mod-1", NOT_FOUND).answers("debug Display", BARE);
                    ProtocolTold told = debug(stage);
                    long id = stage.server().commands("debug").getLast().id();
                    stage.push(LINE.replace("mod-1", "Display").replace("{", "{'id':" + id + ","));

                    assertThat(told.all()).containsExactly("Asking", "Streaming", "mod-1 [info] hello");
                }),
                row("mod repeats what was asked for: of two of one name the line's id tells which", stage -> {
                    stage.answers("debug mod-1", NOT_FOUND).answers("debug mod-2", NOT_FOUND)
                            .answers("debug Display", BARE);
                    ProtocolTold first = debug(stage);
                    ProtocolTold second = new ProtocolTold();
                    stage.debug(SECOND, "mod-2", second);
                    long id = stage.server().commands("debug").getLast().id();
                    stage.push(LINE.replace("mod-1", "Display").replace("{", "{'id':" + id + ","));
                    stage.push(LINE.replace("mod-1", "Display"));

                    assertThat(first.all()).containsExactly("Asking", "Streaming");
                    assertThat(second.all()).containsExactly("Asking", "Streaming", "mod-2 [info] hello");
                    assertThat(stage.socket().strays()).isEqualTo(1);
                }),
                row("module-not-found by either name is a refusal", stage -> {
                    stage.answers("debug", NOT_FOUND);

                    assertThat(debug(stage).all()).containsExactly("Asking", "Refused 6 module not found");
                    assertThat(stage.sent()).containsExactly("debug debug", "debug debug");
                }),
                row("any other error is a refusal at once", stage -> {
                    stage.answers("debug", "{'id':$id,'type':'error','error_code':2,'code':500,'msg':'no'}");

                    assertThat(debug(stage).all()).containsExactly("Asking", "Refused 2 no");
                    assertThat(stage.sent()).containsExactly("debug debug");
                }),
                row("A stream is keyed by sys + mod + index; ignore must repeat all three exactly", stage -> {
                    stage.answers("debug", BARE).answers("ignore", BARE);
                    stage.leave(stage.debug(SECOND, "mod-7", new ProtocolTold()));

                    assertThat(stage.frames("ignore")).containsExactly(
                            "{'cmd':'ignore','sys':'sys-2','mod':'mod-7','index':2,'name':'ignore'}");
                }),
                row("A second debug of a stream keeps the first id: one stream on the wire feeds all views", stage -> {
                    stage.answers("debug", BARE).answers("ignore", BARE);
                    ProtocolTold first = new ProtocolTold();
                    ProtocolTold second = new ProtocolTold();
                    Subscription one = stage.debug(DISPLAY, "mod-1", first);
                    Subscription two = stage.debug(SECOND, "mod-1", second);
                    stage.push(LINE);
                    stage.leave(one);
                    assertThat(stage.sent()).containsExactly("debug debug");
                    assertThat(first.all()).containsExactly("Asking", "Streaming", "mod-1 [info] hello");
                    assertThat(second.all()).containsExactly("Streaming", "mod-1 [info] hello");

                    stage.leave(two);
                    assertThat(stage.sent()).containsExactly("debug debug", "ignore ignore");
                }),
                row("its debug output stops until every watcher has ignored and asked again: leaving and coming back "
                        + "does both", stage -> {
                    stage.answers("debug", BARE).answers("ignore", BARE);
                    stage.leave(stage.debug(DISPLAY, "mod-1", new ProtocolTold()));
                    ProtocolTold told = debug(stage);
                    stage.push(LINE);

                    assertThat(stage.sent()).containsExactly("debug debug", "ignore ignore", "debug debug");
                    assertThat(told.all()).containsExactly("Asking", "Streaming", "mod-1 [info] hello");
                }),
                row("deadlines on everything: a debug that nobody answers", stage -> {
                    stage.deadlines(Duration.ofMillis(300));
                    ProtocolTold told = new ProtocolTold();
                    stage.socket().debug(DISPLAY, "mod-1", told);
                    await().until(() -> told.all().size() == 2);

                    assertThat(told.all()).containsExactly("Asking", "Unanswered");
                }));
    }

    static Stream<Row> lines() {
        String meta = "'meta':{'sys':'sys-1','mod':'mod-1','index':1,'name':'debug'}}";
        return Stream.concat(
                Stream.of(
                        line("debug line, documented: {type,mod,klass,level,msg}",
                                "{'type':'debug','mod':'mod-1','klass':'::K','level':'info','msg':'m'}", "[info] m"),
                        line("debug line, current: {id,type,mod,level,msg,meta}: id is the debug request's",
                                "{'id':1,'type':'debug','mod':'mod-1','level':'info','msg':'m'," + meta, "[info] m"),
                        line("debug line: id of another request",
                                "{'id':99,'type':'debug','mod':'mod-1','level':'info','msg':'m'," + meta, "[info] m"),
                        line("debug line without mod, but with meta",
                                "{'id':1,'type':'debug','level':'info','msg':'m'," + meta, "[info] m"),
                        line("debug line of several lines", "{'type':'debug','mod':'mod-1','level':'error',"
                                + "'msg':'a\\n\\tb\\r\\nc'}", "[error] a\n\tb\r\nc"),
                        line("debug line without level", "{'type':'debug','mod':'mod-1','msg':'m'}", "[] m"),
                        line("debug line without msg", "{'type':'debug','mod':'mod-1','level':'info'}", "[info] "),
                        row("no timestamp in either: stamped when its frame was read; a line before the answer is one",
                                stage -> {
                            stage.answers("debug", LINE, BARE);

                            assertThat(debug(stage).all())
                                    .containsExactly("Asking", "Streaming", "mod-1 [info] hello");
                        }),
                        row("a line of a module that nobody asked for is a stray", stage -> {
                            stage.answers("debug", BARE);
                            ProtocolTold told = debug(stage);
                            stage.push(LINE.replace("mod-1", "mod-2"), LINE.replace("mod-1", "Display"));

                            assertThat(told.all()).containsExactly("Asking", "Streaming");
                            assertThat(stage.socket().strays()).isEqualTo(2);
                        })),
                Stream.of("debug", "info", "notice", "warn", "error", "fatal", "trace", "warning", "LOUD", "日本")
                        .map(level -> line("Levels seen: debug info notice warn error fatal (trace, warning and "
                                + "unknown ones must not break anything): " + level,
                                "{'type':'debug','mod':'mod-1','level':'" + level + "','msg':'m'}",
                                "[" + level + "] m")));
    }

    private static Row line(String sentence, String frame, String told) {
        return row(sentence, stage -> {
            stage.answers("debug", BARE);
            ProtocolTold heard = debug(stage);
            stage.push(frame);

            assertThat(heard.all()).containsExactly("Asking", "Streaming", "mod-1 " + told);
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"page", "debug", "lines"})
    void isHeld(Row row) {
        ProtocolStage.play(row);
    }
}
