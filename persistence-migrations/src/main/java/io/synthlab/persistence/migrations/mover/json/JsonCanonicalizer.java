package io.synthlab.persistence.migrations.mover.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.synthlab.persistence.migrations.mover.report.Rule;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * Rewrites JSON documents as the text that PostgreSQL shows for {@code jsonb}, byte for byte.
 *
 * <p>So two documents mean the same when their canonical bytes are equal, and only the side that is not {@code jsonb}
 * has to be parsed. Object keys are ordered by length in bytes, then by bytes; a blank follows each comma and colon;
 * numbers have no exponent and keep their digits after the point; escapes become characters. Strict: whatever
 * PostgreSQL would refuse or change in meaning, duplicate keys included, is an error.
 *
 * <p>Instances are reused from document to document by one thread.
 */
public final class JsonCanonicalizer {
    /** Levels of nesting at most; the server takes more or less the same with its default stack. */
    private static final int DEEPEST = 10_000;
    /** Bytes of one document at most: no string or container of {@code jsonb} may exceed this. */
    private static final int LONGEST = 268_435_455;

    private static final int LONGEST_NUMBER = 200_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final JsonBuffer out = new JsonBuffer();
    private final Deque<Container> open = new ArrayDeque<>();
    private final boolean normalizeNumbers;

    private JsonCanonicalizer(boolean normalizeNumbers) {
        this.normalizeNumbers = normalizeNumbers;
    }

    /** Returns a canonicalizer that writes what PostgreSQL shows. */
    public static JsonCanonicalizer likePostgresql() {
        return new JsonCanonicalizer(false);
    }

    /** Returns a canonicalizer that also writes numbers of one value in one way: {@code 1.50} and {@code 15e-1} alike. */
    public static JsonCanonicalizer byValue() {
        return new JsonCanonicalizer(true);
    }

    /**
     * Rewrites one document.
     *
     * @param document its bytes, meant to be UTF-8
     * @return canonical bytes
     * @throws InvalidJsonException if PostgreSQL would refuse the document or change its meaning
     */
    public byte[] canonicalize(byte[] document) throws InvalidJsonException {
        CharBuffer text = decode(document);
        out.truncate(0);
        open.clear();
        try (JsonParser parser = FACTORY.createParser(text.array(), text.arrayOffset(), text.remaining())) {
            if (parser.nextToken() == null) {
                throw new InvalidJsonException(Rule.J14);
            }
            do {
                write(parser);
            } while (parser.nextToken() != null && !open.isEmpty());
            if (parser.currentToken() != null) {
                throw new InvalidJsonException(Rule.J2); // something follows the document
            }
        } catch (StreamConstraintsException e) {
            throw new InvalidJsonException(tooMuch(e));
        } catch (IOException e) {
            throw new InvalidJsonException(mistake(e));
        }
        return out.copy(0);
    }

    private static CharBuffer decode(byte[] document) throws InvalidJsonException {
        if (document.length == 0) {
            throw new InvalidJsonException(Rule.J14);
        }
        if (document.length > LONGEST) {
            throw new InvalidJsonException(Rule.J17);
        }
        for (byte b : document) {
            if (b == 0) {
                throw new InvalidJsonException(Rule.J6);
            }
        }
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document));
            if (text.get(0) == '\uFEFF') {
                throw new InvalidJsonException(Rule.J15);
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new InvalidJsonException(Rule.J7);
        }
    }

    private void write(JsonParser parser) throws IOException, InvalidJsonException {
        JsonToken token = parser.currentToken();
        switch (token) {
            case FIELD_NAME -> beginMember(parser.currentName());
            case START_OBJECT -> begin(true);
            case START_ARRAY -> begin(false);
            case END_OBJECT -> endObject();
            case END_ARRAY -> {
                open.pop();
                out.appendAscii("]");
            }
            case VALUE_STRING -> {
                beginValue();
                out.appendString(parser.getText());
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                beginValue();
                String literal = parser.getText();
                out.appendAscii(normalizeNumbers ? Numbers.normalized(literal) : Numbers.canonical(literal));
            }
            case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> {
                beginValue();
                out.appendAscii(token.asString());
            }
            default -> throw new InvalidJsonException(Rule.J2);
        }
    }

    /** Writes the comma that stands before every array element but the first. */
    private void beginValue() throws InvalidJsonException {
        Container parent = open.peek();
        if (parent != null && !parent.isObject) {
            if (parent.begun) {
                out.appendAscii(", ");
            }
            parent.begun = true;
        }
    }

    private void begin(boolean isObject) throws InvalidJsonException {
        beginValue();
        out.appendAscii(isObject ? "{" : "[");
        open.push(new Container(isObject, out.size()));
    }

    private void beginMember(String name) throws InvalidJsonException {
        Container object = open.element();
        object.endMember(out.size());
        if (object.begun) {
            out.appendAscii(", ");
        }
        object.begun = true;
        object.members.add(new Member(name.getBytes(StandardCharsets.UTF_8), out.size()));
        out.appendString(name);
        out.appendAscii(": ");
    }

    private void endObject() throws InvalidJsonException {
        Container object = open.pop();
        object.endMember(out.size());
        if (!isAscending(object.members)) {
            reorder(object);
        }
        out.appendAscii("}");
    }

    private void reorder(Container object) throws InvalidJsonException {
        Collections.sort(object.members);
        if (!isAscending(object.members)) {
            throw new InvalidJsonException(Rule.J9);
        }
        byte[] written = out.copy(object.start);
        out.truncate(object.start);
        String separator = "";
        for (Member member : object.members) {
            out.appendAscii(separator);
            out.append(written, member.start - object.start, member.end - object.start);
            separator = ", ";
        }
    }

    private static boolean isAscending(List<Member> members) {
        for (int at = 1; at < members.size(); at++) {
            if (members.get(at - 1).compareTo(members.get(at)) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static Rule tooMuch(StreamConstraintsException e) {
        return e.getOriginalMessage().contains("nesting depth") ? Rule.J16 : Rule.J12;
    }

    private static Rule mistake(IOException e) {
        String message = String.valueOf(e.getMessage());
        if (message.startsWith("Non-standard token")) {
            return Rule.J1;
        }
        return message.startsWith("Illegal unquoted character") || message.startsWith("Illegal character ((CTRL-CHAR")
                ? Rule.J15
                : Rule.J2;
    }

    /** An array or object that is not closed yet. */
    private static final class Container {
        private final boolean isObject;
        private final int start;
        private final List<Member> members = new ArrayList<>();
        private boolean begun;

        Container(boolean isObject, int start) {
            this.isObject = isObject;
            this.start = start;
        }

        void endMember(int end) {
            if (!members.isEmpty()) {
                members.get(members.size() - 1).end = end;
            }
        }
    }

    /** A member of an object: its key, and where its text stands. */
    private static final class Member implements Comparable<Member> {
        private final byte[] key;
        private final int start;
        private int end;

        Member(byte[] key, int start) {
            this.key = key;
            this.start = start;
        }

        @Override
        public int compareTo(Member other) {
            int byLength = Integer.compare(key.length, other.key.length);
            return byLength != 0 ? byLength : Arrays.compareUnsigned(key, other.key);
        }
    }
}
