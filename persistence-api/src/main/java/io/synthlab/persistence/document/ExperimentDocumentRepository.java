package io.synthlab.persistence.document;

/** Generated documents of experiments. */
public interface ExperimentDocumentRepository {}
