package io.synthlab.persistence.internal.search;

import io.synthlab.persistence.internal.search.Operand.Document;
import io.synthlab.persistence.internal.search.Operand.JsonValue;
import io.synthlab.persistence.internal.search.Operand.Literal;
import io.synthlab.persistence.internal.search.Operand.NullLiteral;
import io.synthlab.persistence.internal.search.Operand.NumberLiteral;
import io.synthlab.persistence.internal.search.Operand.TextColumn;
import io.synthlab.persistence.internal.search.Operand.TextLiteral;
import io.synthlab.persistence.internal.search.Token.Kind;
import java.math.BigDecimal;

/** Parses literals, columns and {@code json_extract}. */
final class OperandParser {
    /** Each decimal of so many digits is a double of its own, and no integer of so many digits is out of range. */
    static final int MAX_DIGITS = 15;

    private static final String OPERAND = "a column, a literal or json_extract(data, '$.path')";

    private final TokenReader reader;
    private final TableName table;

    OperandParser(TokenReader reader, TableName table) {
        this.reader = reader;
        this.table = table;
    }

    Operand parse() {
        Token token = reader.peek();
        if (token.isWord("SELECT") || token.isSign("(") && reader.peekSecond().isWord("SELECT")) {
            throw reader.error("sub-selects are not allowed", token);
        }
        if (startsLiteral(token)) {
            return literal(OPERAND);
        }
        if (token.kind() != Kind.WORD && token.kind() != Kind.QUOTED_NAME) {
            throw reader.unexpected(OPERAND);
        }
        if (token.kind() == Kind.WORD && reader.peekSecond().isSign("(")) {
            return function();
        }
        SynthColumn column = column();
        if (column != SynthColumn.DATA) {
            return new TextColumn(column);
        }
        return reader.takeIfSign("->>") ? new JsonValue(path()) : new Document();
    }

    /** Parses a literal; anything else is an error that names what was expected. */
    Literal literal(String expected) {
        Token token = reader.peek();
        if (!startsLiteral(token)) {
            throw reader.unexpected(expected);
        }
        reader.take();
        return switch (token.kind()) {
            case STRING -> new TextLiteral(token.text());
            case NUMBER -> number(token, "");
            case SIGN -> number(reader.expect(Kind.NUMBER, "a number"), token.text());
            default -> word(token);
        };
    }

    /** Parses a column, qualified or not. */
    SynthColumn column() {
        Token name = reader.takeName("a column");
        if (!reader.takeIfSign(".")) {
            return known(name);
        }
        table.check(name);
        return known(reader.takeName("a column"));
    }

    private SynthColumn known(Token name) {
        return SynthColumn.find(name.text()).orElseThrow(() -> {
            String hint = name.kind() == Kind.QUOTED_NAME ? "; text goes in single quotes" : "";
            return reader.error(name.describe() + " is not a column of synths" + hint, name);
        });
    }

    private JsonValue function() {
        Token name = reader.take();
        if (!name.isWord("json_extract")) {
            throw reader.error("function " + name.describe() + " is not allowed, only json_extract is", name);
        }
        reader.expectSign("(");
        Token first = reader.peek();
        if (column() != SynthColumn.DATA) {
            throw reader.error("json_extract reads column data only", first);
        }
        reader.expectSign(",");
        JsonPath path = path();
        reader.expectSign(")");
        return new JsonValue(path);
    }

    private JsonPath path() {
        Token path = reader.expect(Kind.STRING, "a JSON path in single quotes");
        return JsonPath.parse(path.text(), reason -> reader.error(reason, path));
    }

    private static boolean startsLiteral(Token token) {
        return token.kind() == Kind.STRING
                || token.kind() == Kind.NUMBER
                || token.isSign("-")
                || token.isSign("+")
                || token.isWord("NULL")
                || token.isWord("TRUE")
                || token.isWord("FALSE");
    }

    private static Literal word(Token token) {
        if (token.isWord("NULL")) {
            return new NullLiteral();
        }
        return new NumberLiteral(token.isWord("TRUE") ? BigDecimal.ONE : BigDecimal.ZERO, true);
    }

    private NumberLiteral number(Token token, String sign) {
        long digits = token.text().chars().filter(Ascii::isDigit).count();
        if (digits > MAX_DIGITS) {
            throw reader.error("a number has at most " + MAX_DIGITS + " digits", token);
        }
        boolean integer = token.text().indexOf('.') < 0;
        return new NumberLiteral(new BigDecimal(sign + token.text()), integer);
    }
}
