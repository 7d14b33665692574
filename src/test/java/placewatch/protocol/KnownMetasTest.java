package placewatch.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KnownMetasTest {

    private final KnownMetas metas = new KnownMetas();

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String meta(int variable) {
        return "{\"sys\":\"sys-1\",\"mod\":\"Display\",\"index\":1,\"name\":\"v" + variable + "\"}";
    }

    private static StatusKey key(int variable) {
        return new StatusKey(new ModuleAddress("sys-1", "Display", 1), "v" + variable);
    }

    private void learn(int variable) {
        byte[] text = bytes(meta(variable));
        metas.learn(text, 0, text.length, key(variable));
    }

    private int find(String text) {
        byte[] all = bytes(text);
        return metas.find(all, 0, all.length);
    }

    @Test
    void whatWasLearnedIsFoundWhereverItStandsAndWhateverFollows() {
        learn(7);
        byte[] frame = bytes("{\"meta\":" + meta(7) + ",\"value\":{}}");
        assertThat(metas.find(frame, 8, frame.length)).isZero();
        assertThat(metas.end()).isEqualTo(8 + meta(7).length());
        assertThat(metas.key(0)).isEqualTo(key(7));
    }

    @Test
    void whatDiffersByOneCharacterIsNotFound() {
        learn(7);
        String known = meta(7);
        for (int i = 0; i < known.length(); i++) {
            for (char other : new char[] {'x', '}', 0}) {
                if (known.charAt(i) != other) {
                    assertThat(find(known.substring(0, i) + other + known.substring(i + 1)))
                            .as("%s at %d", other, i).isEqualTo(-1);
                }
            }
        }
    }

    @Test
    void whatIsCutShortIsNotFound() {
        learn(7);
        for (int end = 0; end < meta(7).length(); end++) {
            assertThat(find(meta(7).substring(0, end))).isEqualTo(-1);
        }
    }

    @Test
    void aTextWithABraceInItIsNotLearned() {
        String odd = meta(1).replace("v1", "}v1");
        metas.learn(bytes(odd), 0, odd.length(), key(1));
        assertThat(find(odd)).isEqualTo(-1);
    }

    @Test
    void thousandsAreToldApart() {
        for (int i = 0; i < 20_000; i++) {
            learn(i);
        }
        for (int i = 0; i < 20_000; i++) {
            assertThat(metas.key(find(meta(i)))).isEqualTo(key(i));
        }
        assertThat(find(meta(20_000))).isEqualTo(-1);
    }

    @Test
    void whenThereAreTooManyAllAreLearnedAnew() {
        for (int i = 0; i < KnownMetas.MOST; i++) {
            learn(i);
        }
        assertThat(metas.key(find(meta(0)))).isEqualTo(key(0));
        learn(KnownMetas.MOST);
        assertThat(find(meta(0))).isEqualTo(-1);
        assertThat(metas.key(find(meta(KnownMetas.MOST)))).isEqualTo(key(KnownMetas.MOST));
    }

    @Test
    void whateverFollowsWhateverEachIsFoundAsItself() {
        for (int i = 0; i < 30; i++) {
            learn(i);
        }
        Random random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
            // mostly in turn, as a driver tells them
            int variable = random.nextInt(5) == 0 ? random.nextInt(30) : i % 30;
            assertThat(metas.key(find(meta(variable)))).isEqualTo(key(variable));
            assertThat(metas.end()).isEqualTo(meta(variable).length());
            assertThat(find(meta(variable).substring(0, 30))).isEqualTo(-1);
        }
    }
}
