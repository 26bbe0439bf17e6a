package io.synthlab.persistence.internal.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.error.InvalidRequestException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SortColumnsTest {
    private static final List<String> ALLOWED = List.of("id", "nome", "created_at");

    private static Optional<String> sort(String name) {
        return SortColumns.sortColumn(PageRequest.first().sortedBy(name), ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nome", "NOME", "Nome"})
    void takesKnownColumnsInAnyCase(String name) {
        assertEquals(Optional.of("nome"), sort(name));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "_",
                "__",
                "nome; DROP TABLE synths",
                " nome",
                "nome ",
                "no-me",
                "nome--",
                "data.x",
                "\"nome\""
            })
    void ignoresMalformedNames(String name) {
        assertEquals(Optional.empty(), sort(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo", "3", "99", "select", "_nome", "ação", "rowid"})
    void refusesUnknownNamesAndPositions(String name) {
        InvalidRequestException e = assertThrows(InvalidRequestException.class, () -> sort(name));
        assertEquals("sort_by must be one of id, nome, created_at; the name given is none of them", e.getMessage());
        assertEquals("INVALID_REQUEST", e.code());
    }

    @Test
    void namesTheParameter() {
        InvalidRequestException e =
                assertThrows(InvalidRequestException.class, () -> SortColumns.column("planted", "fields", ALLOWED));
        assertEquals("fields must be one of id, nome, created_at; the name given is none of them", e.getMessage());
        assertFalse(e.details().containsValue("planted"));
    }
}
