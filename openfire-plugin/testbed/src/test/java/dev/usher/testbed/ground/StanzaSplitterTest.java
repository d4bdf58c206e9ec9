package dev.usher.testbed.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StanzaSplitterTest {
    private static final String HEADER = "<?xml version='1.0'?><stream:stream from=\"usher.test\" version=\"1.0\">";
    private static final String FEATURES = "<stream:features><mechanisms/><bind xmlns=\"b\"/></stream:features>";
    private static final String MESSAGE = "<message from=\"a@b/c\"><body>1 &lt; 2</body><x><y/></x></message>";

    private final StanzaSplitter splitter = new StanzaSplitter();

    @Test
    void aStreamIsCutIntoItsStanzas() {
        assertThat(feed(HEADER + FEATURES + MESSAGE + "<presence/>")).containsExactly(FEATURES, MESSAGE, "<presence/>");
    }

    @Test
    void aStanzaMayComeInAnyPieces() {
        var stanzas = new ArrayList<String>();
        for (char c : (HEADER + FEATURES + MESSAGE).toCharArray()) {
            stanzas.addAll(feed(String.valueOf(c)));
        }
        assertThat(stanzas).containsExactly(FEATURES, MESSAGE);
    }

    @Test
    void aStreamThatIsOpenedAgainStartsAfresh() {
        assertThat(feed(HEADER + "<success/>" + HEADER + FEATURES)).containsExactly("<success/>", FEATURES);
    }

    @Test
    void whatAStanzaSaysIsFound() {
        var stanza = new Stanza(
                "<iq id=\"j1\" type='result'><vis-a-vis id='s2'/><visit xmlns='v' id='s1' token=\"t\"/><n>3</n></iq>",
                0);

        assertThat(stanza.is("iq")).isTrue();
        assertThat(stanza.is("i")).isFalse();
        assertThat(stanza.attribute("id")).isEqualTo("j1");
        assertThat(stanza.has("type", "result")).isTrue();
        assertThat(stanza.attribute("token")).isEmpty();
        assertThat(stanza.attributeOf("visit", "id")).contains("s1");
        assertThat(stanza.attributeOf("visit", "token")).contains("t");
        assertThat(stanza.attributeOf("vis", "id")).isEmpty();
        assertThat(stanza.text("n")).contains("3");
    }

    @Test
    void theSenderIsTakenApart() {
        var stanza = new Stanza(MESSAGE, 0);

        assertThat(stanza.senderName()).isEqualTo("a");
        assertThat(stanza.senderResource()).isEqualTo("c");
    }

    private List<String> feed(String text) {
        return splitter.feed(text.toCharArray(), text.length());
    }
}
