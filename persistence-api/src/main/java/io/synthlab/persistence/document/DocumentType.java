package io.synthlab.persistence.document;

import io.synthlab.persistence.internal.text.EnumText;

/** What a document is about. */
public enum DocumentType {
    /** What the interviews came to. */
    SUMMARY("Resumo da Pesquisa"),
    /** Press release with questions and answers. */
    PRFAQ("PR-FAQ"),
    /** What the charts of the analysis came to. */
    EXECUTIVE_SUMMARY("Resumo Executivo");

    private final String label;

    DocumentType(String label) {
        this.label = label;
    }

    /** Returns the type as the column holds it, for example {@code executive_summary}. */
    public String text() {
        return EnumText.of(this);
    }

    /** Returns the name that users of the original see, in Portuguese. */
    public String label() {
        return label;
    }
}
