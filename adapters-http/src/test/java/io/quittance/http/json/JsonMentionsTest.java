package io.quittance.http.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.domain.text.Bytes;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A value that is looked for in a body")
class JsonMentionsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        Ada                 | {"data":{"payees":[{"name":"Ada"}]}}   | true
        ADA                 | {"name":" ada "}                       | true
        Ada                 | {"name":"Ada Lovelace"}                | false
        \u00C9lise         | {"name":"\\u00e9lise"}               | true
        0812                | {"phone":"0812"}                       | true
        812                 | {"phone":812}                          | true
        81                  | {"phone":812}                          | false
        name                | {"name":"Ada"}                         | false
        true                | {"isFinal":true}                       | false
        Ada                 | name=Ada&phone=0812                    | true
        ADA                 | not found: ada                         | true
        Ada                 | {"name":"Grace"                        | false
        """)
    void is_there_if_a_field_is_it(String value, String body, boolean there) {
        assertEquals(there, JsonMentions.in(Bytes.utf8(unescaped(body)), unescaped(value)));
    }

    private static String unescaped(String text) {
        return text.replace("\\u00C9", "\u00C9");
    }
}
