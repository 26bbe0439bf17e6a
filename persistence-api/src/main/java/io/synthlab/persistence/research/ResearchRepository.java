package io.synthlab.persistence.research;

/** Interviews in batches, and their transcripts. */
public interface ResearchRepository {}
