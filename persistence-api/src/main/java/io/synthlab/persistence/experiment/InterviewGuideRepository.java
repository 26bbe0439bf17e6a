package io.synthlab.persistence.experiment;
/** x */
public interface InterviewGuideRepository {}
