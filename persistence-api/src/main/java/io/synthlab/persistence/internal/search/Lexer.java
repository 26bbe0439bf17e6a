package io.synthlab.persistence.internal.search;

import io.synthlab.persistence.error.InvalidQueryException;
import io.synthlab.persistence.internal.search.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts a search text into tokens. Comments, parameters, blobs and signs the grammar does not know are refused. */
final class Lexer {
    /** Longest first, so that a prefix never hides a longer sign. */
    private static final List<String> SIGNS =
            List.of("->>", "->", "<=", ">=", "<>", "!=", "==", "=", "<", ">", "(", ")", ",", ".", "*", "+", "-");

    private static final List<String> COMMENTS = List.of("--", "/*", "*/");
    private static final String BLANKS = " \t\n\f\r";
    private static final String PARAMETER_SIGNS = "?:@$#";

    private final SearchText text;
    private final String input;
    private final List<Token> tokens = new ArrayList<>();
    private int index;

    private Lexer(SearchText text) {
        this.text = text;
        this.input = text.value();
    }

    /** Returns the tokens; the last one, and no other, is {@link Kind#END}. */
    static List<Token> tokens(SearchText text) {
        text.requireStorable();
        return new Lexer(text).run();
    }

    private List<Token> run() {
        for (skipBlanks(); index < input.length(); skipBlanks()) {
            tokens.add(next());
        }
        tokens.add(new Token(Kind.END, "", index));
        return List.copyOf(tokens);
    }

    private Token next() {
        char c = at(index);
        if (c == '\'') {
            return quoted(Kind.STRING, c, "text literal");
        }
        if (c == '"') {
            return quoted(Kind.QUOTED_NAME, c, "name");
        }
        if (Ascii.isDigit(c) || c == '.' && Ascii.isDigit(at(index + 1))) {
            return number();
        }
        return isWordStart(input.codePointAt(index)) ? word() : sign();
    }

    /** Reads up to the closing quote; a doubled quote stands for one. */
    private Token quoted(Kind kind, char quote, String what) {
        int start = index++;
        StringBuilder content = new StringBuilder();
        while (index < input.length()) {
            char c = input.charAt(index++);
            if (c != quote) {
                content.append(c);
            } else if (at(index) == quote) {
                content.append(quote);
                index++;
            } else {
                return new Token(kind, content.toString(), start);
            }
        }
        throw text.error(what + " without an end", start);
    }

    private Token number() {
        int start = index;
        skipDigits();
        if (at(index) == '.') {
            index++;
            skipDigits();
        }
        if (index < input.length() && isWordPart(input.codePointAt(index))) {
            throw text.error("malformed number (decimal digits only, no 0x, no exponent)", start);
        }
        return new Token(Kind.NUMBER, input.substring(start, index), start);
    }

    private Token word() {
        int start = index;
        while (index < input.length() && isWordPart(input.codePointAt(index))) {
            index += Character.charCount(input.codePointAt(index));
        }
        Token word = new Token(Kind.WORD, input.substring(start, index), start);
        if (word.isWord("x") && at(index) == '\'') {
            throw text.error("blob literals are not allowed", start);
        }
        return word;
    }

    private Token sign() {
        if (COMMENTS.stream().anyMatch(this::startsHere)) {
            throw text.error("comments are not allowed", index);
        }
        for (String sign : SIGNS) {
            if (startsHere(sign)) {
                Token token = new Token(Kind.SIGN, sign, index);
                index += sign.length();
                return token;
            }
        }
        throw unknownSign();
    }

    private InvalidQueryException unknownSign() {
        int c = input.codePointAt(index);
        if (c == ';') {
            return text.error("';' is not allowed", index);
        }
        if (PARAMETER_SIGNS.indexOf(c) >= 0) {
            return text.error("parameters are not allowed: '" + (char) c + "'", index);
        }
        String shown = c > ' ' && c < 0x7f ? "'" + (char) c + "'" : "U+%04X".formatted(c);
        return text.error("unexpected character " + shown, index);
    }

    private boolean startsHere(String sign) {
        return input.startsWith(sign, index);
    }

    private void skipBlanks() {
        while (index < input.length() && BLANKS.indexOf(input.charAt(index)) >= 0) {
            index++;
        }
    }

    private void skipDigits() {
        while (Ascii.isDigit(at(index))) {
            index++;
        }
    }

    /** The character at a place, or a blank past the end. */
    private char at(int place) {
        return place < input.length() ? input.charAt(place) : ' ';
    }

    private static boolean isWordStart(int c) {
        return c == '_' || Character.isLetter(c);
    }

    private static boolean isWordPart(int c) {
        return isWordStart(c) || Ascii.isDigit(c);
    }
}
