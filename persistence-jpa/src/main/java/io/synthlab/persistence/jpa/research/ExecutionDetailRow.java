package io.synthlab.persistence.jpa.research;

import io.synthlab.persistence.model.research.ResearchExecutionEntity;
import io.synthlab.persistence.research.ResearchExecutionDetail;
import java.time.ZoneId;

/** A batch beside what documents its experiment has, as {@link ResearchStatements} selects it. */
record ExecutionDetailRow(ResearchExecutionEntity execution, boolean summaryAvailable, boolean prfaqAvailable) {
    ResearchExecutionDetail toRecord(ZoneId naiveZone) {
        return execution.toRecord(naiveZone, summaryAvailable, prfaqAvailable);
    }
}
