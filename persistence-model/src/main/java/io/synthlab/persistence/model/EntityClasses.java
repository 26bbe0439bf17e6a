package io.synthlab.persistence.model;

import io.synthlab.persistence.model.analysis.AnalysisCacheEntity;
import io.synthlab.persistence.model.analysis.AnalysisRunEntity;
import io.synthlab.persistence.model.analysis.SynthOutcomeEntity;
import io.synthlab.persistence.model.document.ExperimentDocumentEntity;
import io.synthlab.persistence.model.experiment.ExperimentEntity;
import io.synthlab.persistence.model.experiment.InterviewGuideEntity;
import io.synthlab.persistence.model.exploration.ExplorationEntity;
import io.synthlab.persistence.model.exploration.ScenarioNodeEntity;
import io.synthlab.persistence.model.insight.ChartInsightEntity;
import io.synthlab.persistence.model.insight.RegionAnalysisEntity;
import io.synthlab.persistence.model.insight.SensitivityResultEntity;
import io.synthlab.persistence.model.legacy.AssumptionLogEntity;
import io.synthlab.persistence.model.legacy.FeatureScorecardEntity;
import io.synthlab.persistence.model.legacy.SimulationRunEntity;
import io.synthlab.persistence.model.research.PrfaqEntity;
import io.synthlab.persistence.model.research.ResearchExecutionEntity;
import io.synthlab.persistence.model.research.TranscriptEntity;
import io.synthlab.persistence.model.synth.SynthEntity;
import io.synthlab.persistence.model.synth.SynthGroupEntity;
import java.util.List;

/** The entities of this module. */
public final class EntityClasses {
    private static final List<Class<?>> ALL = List.of(
            ExperimentEntity.class,
            InterviewGuideEntity.class,
            SynthEntity.class,
            SynthGroupEntity.class,
            AnalysisRunEntity.class,
            SynthOutcomeEntity.class,
            AnalysisCacheEntity.class,
            ResearchExecutionEntity.class,
            TranscriptEntity.class,
            PrfaqEntity.class,
            ExplorationEntity.class,
            ScenarioNodeEntity.class,
            ChartInsightEntity.class,
            SensitivityResultEntity.class,
            RegionAnalysisEntity.class,
            ExperimentDocumentEntity.class,
            FeatureScorecardEntity.class,
            SimulationRunEntity.class,
            AssumptionLogEntity.class);

    private EntityClasses() {}

    /** Returns the entity class of each of the 19 tables. */
    public static List<Class<?>> all() {
        return ALL;
    }
}
