package io.synthlab.persistence.exploration;

import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.text.EnumText;

/** Where a scenario node stands; storage allows any change from one to another. */
public enum NodeStatus {
    /** May be expanded. */
    ACTIVE,
    /** Beaten by another node; not expanded any more. */
    DOMINATED,
    /** Reached the goal. */
    WINNER,
    /** No scenario could be made of it. */
    EXPANSION_FAILED;

    /** Returns the text that is stored, for example {@code expansion_failed}. */
    public String text() {
        return EnumText.of(this);
    }

    /**
     * Returns the status of a stored text.
     *
     * @param text for example {@code expansion_failed}; case counts
     * @return the status
     * @throws ValidationException if there is no such status
     */
    public static NodeStatus ofText(String text) {
        return EnumText.parse(NodeStatus.class, text, "scenario_nodes.node_status");
    }
}
