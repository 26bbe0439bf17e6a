package io.synthlab.persistence.exploration;

import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.text.EnumText;

/** Where an exploration stands; storage allows any change from one to another. */
public enum ExplorationStatus {
    /** Still searching. */
    RUNNING,
    /** Ended: a node reached the goal. */
    GOAL_ACHIEVED,
    /** Ended: the tree is as deep as its configuration allows. */
    DEPTH_LIMIT_REACHED,
    /** Ended: as many model calls were made as its configuration allows. */
    COST_LIMIT_REACHED,
    /** Ended: nothing is left to expand. */
    NO_VIABLE_PATHS;

    /** Returns the text that is stored, for example {@code goal_achieved}. */
    public String text() {
        return EnumText.of(this);
    }

    /**
     * Returns the status of a stored text.
     *
     * @param text for example {@code goal_achieved}; case counts
     * @return the status
     * @throws ValidationException if there is no such status
     */
    public static ExplorationStatus ofText(String text) {
        return EnumText.parse(ExplorationStatus.class, text, "explorations.status");
    }
}
