package dev.usher.agent.stanza;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.agent.Examples;
import org.jivesoftware.smack.parsing.SmackParsingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be understood is rejected as such, with a text that names what is wrong; nothing else is thrown. */
class MalformedXmlTest {

    @ParameterizedTest(name = "{0}: {1} as {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            offer            | ` id='k3v9x2m7q4w8t6z1p5r0c2d8f7' jid=` | ` jid=`              | attribute id is missing from <offer/>
            offer            | romeo@example.org/balcony'><meta | '><meta                     | attribute jid is missing from <offer/>
            offer            | romeo@example.org/balcony        | a b@@c                      | where an address belongs
            offer            | <timeout>20</timeout>            | ``                          | <timeout/> is missing from <offer/>
            offer            | >20<                             | >soon<                      | has soon where a number belongs
            offer            | >20<                             | >-1<                        | has -1 where a number belongs
            offer            | <session                         | <sessions                   | <session/> is missing from <offer/>
            offer-revoke     | ` jid='romeo@example.org/balcony'` | ``                        | attribute jid is missing from <offer-revoke/>
            offer-accept     | ` id='k3v9x2m7q4w8t6z1p5r0c2d8f7'` | ``                        | attribute id is missing from <offer-accept/>
            workgroups-result| ` jid='demo@workgroup.example.org'` | ``                       | attribute jid is missing from <workgroup/>
            drive            | ` url='https://shop.example/cart?step=2'` | ``                 | attribute url is missing from <drive/>
            drive            | <drive                           | <drive expires='tomorrow'   | tomorrow is no date and time
            drive-result     | seq='1'                          | seq='one'                   | has one where a number belongs
            drive-result     | ` browsers='1'`                  | ``                          | attribute browsers is missing from <drive/>
            drive-delivered  | ` expires='2026-01-01T10:01:00Z'`| ``                          | attribute expires is missing from <drive/>
            drive-delivered  | 2026-01-01T10:01:00Z             | 2026-13-01T10:01:00Z        | is no date and time
            drive-refused    | ` reason='scheme'`               | ``                          | attribute reason is missing from <refused/>
            report           | ` drive='9f2c61d0a4e74b8f'`      | ``                          | attribute drive is missing from <report/>
            report           | state='arrived'                  | state=''                    | attribute state is missing from <count/>
            report           | browsers='1'                     | browsers='99999999999'      | where a number belongs
            """)
    void isRejected(String example, String part, String instead, String complaint) {
        var broken = Examples.xml(example).replace(part, instead == null ? "" : instead);

        assertThatThrownBy(() -> Examples.parse(broken))
                .cause()
                .isInstanceOf(SmackParsingException.class)
                .hasMessageContaining(complaint);
    }

    /** Smack drops what it cannot read from a presence; what is left must not pass for an empty queue. */
    @ParameterizedTest
    @CsvSource({
        "queue-overview, <count>1</count>",
        "queue-overview, T10:00:00",
        "queue-details, <position>0</position>",
        "queue-details, jid='romeo@example.org/balcony'"
    })
    void aQueueThatCannotBeReadIsNotHeardOf(String example, String part) {
        var presence = Examples.parse(Examples.xml(example).replace(part, ""));

        assertThat(presence.getExtension(QueueOverview.class)).isNull();
        assertThat(presence.getExtension(QueueDetails.class)).isNull();
    }

    @Test
    void depthIsLimited() {
        var deep = "<message><report xmlns='urn:usher:drive:1'>" + "<a>".repeat(40) + "</a>".repeat(40)
                + "</report></message>";

        assertThatThrownBy(() -> Examples.parse(deep))
                .cause()
                .isInstanceOf(SmackParsingException.class)
                .hasMessageContaining("nested too deeply");
    }
}
