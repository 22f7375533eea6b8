# SPDX-License-Identifier: GPL-3.0-or-later
"""From what a readiness light says to how it is drawn."""

from db.types import Light
from ui.parts.light import LightState

STATES = {
    Light.READY: LightState.READY,
    Light.TODO: LightState.TODO,
    Light.MUST_DO: LightState.MUST_DO,
    Light.NOT_ASKED: LightState.NOT_ASKED,
}
INKS = {Light.READY: "accentInk", Light.TODO: "warnInk", Light.MUST_DO: "stopInk", Light.NOT_ASKED: "ink2"}
