package io.synthlab.persistence.research;

/** PR-FAQs, one per batch of interviews. */
public interface PrfaqRepository {}
