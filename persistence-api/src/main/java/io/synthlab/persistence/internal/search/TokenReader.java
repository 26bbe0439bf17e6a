package io.synthlab.persistence.internal.search;

import io.synthlab.persistence.error.InvalidQueryException;
import io.synthlab.persistence.internal.search.Token.Kind;
import java.util.List;

/** Walks over the tokens of a text, and words what was expected where. */
final class TokenReader {
    private final SearchText text;
    private final List<Token> tokens;
    private int next;

    TokenReader(SearchText text) {
        this.text = text;
        this.tokens = Lexer.tokens(text);
    }

    Token peek() {
        return tokens.get(next);
    }

    /** Returns the token after the next one, or the end. */
    Token peekSecond() {
        return ahead(1);
    }

    /** Returns the token two after the next one, or the end. */
    Token peekThird() {
        return ahead(2);
    }

    /** Returns the next token and steps over it; the end stays where it is. */
    Token take() {
        Token token = peek();
        if (token.kind() != Kind.END) {
            next++;
        }
        return token;
    }

    boolean takeIfWord(String keyword) {
        return takeIf(peek().isWord(keyword));
    }

    boolean takeIfSign(String sign) {
        return takeIf(peek().isSign(sign));
    }

    void expectWord(String keyword) {
        if (!takeIfWord(keyword)) {
            throw unexpected(keyword);
        }
    }

    void expectSign(String sign) {
        if (!takeIfSign(sign)) {
            throw unexpected("'" + sign + "'");
        }
    }

    Token expect(Kind kind, String what) {
        if (peek().kind() != kind) {
            throw unexpected(what);
        }
        return take();
    }

    /** Takes a word or a name in double quotes. */
    Token takeName(String what) {
        if (peek().kind() != Kind.WORD && peek().kind() != Kind.QUOTED_NAME) {
            throw unexpected(what);
        }
        return take();
    }

    /** An error that says what stands at the next token instead of what belongs there. */
    InvalidQueryException unexpected(String expected) {
        return error("unexpected " + peek().describe() + ", expected " + expected, peek());
    }

    InvalidQueryException error(String reason, Token token) {
        return text.error(reason, token.index());
    }

    private Token ahead(int distance) {
        return tokens.get(Math.min(next + distance, tokens.size() - 1));
    }

    private boolean takeIf(boolean fits) {
        if (fits) {
            take();
        }
        return fits;
    }
}
