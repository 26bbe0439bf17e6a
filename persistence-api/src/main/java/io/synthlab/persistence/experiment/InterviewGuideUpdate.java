package io.synthlab.persistence.experiment;

import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.text.StorableText;
import org.jspecify.annotations.Nullable;

/**
 * What to change of an interview guide; {@code null} leaves a text as it is.
 *
 * @param contextDefinition new text, or {@code null}
 * @param questions new text, or {@code null}
 * @param contextExamples new text, or {@code null}
 */
public record InterviewGuideUpdate(
        @Nullable String contextDefinition,
        @Nullable String questions,
        @Nullable String contextExamples) {
    /** Changes nothing but the time of the last change. */
    public static final InterviewGuideUpdate NOTHING = new InterviewGuideUpdate(null, null, null);

    /**
     * Returns this update with a context definition.
     *
     * @param text new text; empty text is kept as empty text
     * @return the new update
     */
    public InterviewGuideUpdate withContextDefinition(String text) {
        return new InterviewGuideUpdate(text, questions, contextExamples);
    }

    /**
     * Returns this update with questions.
     *
     * @param text new text; empty text is kept as empty text
     * @return the new update
     */
    public InterviewGuideUpdate withQuestions(String text) {
        return new InterviewGuideUpdate(contextDefinition, text, contextExamples);
    }

    /**
     * Returns this update with context examples.
     *
     * @param text new text; empty text is kept as empty text
     * @return the new update
     */
    public InterviewGuideUpdate withContextExamples(String text) {
        return new InterviewGuideUpdate(contextDefinition, questions, text);
    }

    /**
     * Checks every rule.
     *
     * @return this update
     * @throws ValidationException if a text cannot be stored; names the field
     */
    public InterviewGuideUpdate validated() {
        StorableText.require(contextDefinition, "interview_guide.context_definition");
        StorableText.require(questions, "interview_guide.questions");
        StorableText.require(contextExamples, "interview_guide.context_examples");
        return this;
    }
}
