"""Which models of Hugging Face's Transformers have which activation by default. Started by find_uses.ts.

Answers with the version, how many models there are, and the models by name of the activation, as JSON.
A model counts if one of its settings, or of its parts' settings, is the name of an activation.
"""

import importlib.metadata
import json
import os
import sys

os.environ["TRANSFORMERS_VERBOSITY"] = "error"

from transformers import CONFIG_MAPPING, PretrainedConfig
from transformers.activations import ACT2FN

known = set(ACT2FN)


def found_in(config):
    """Names of activations among the settings whose names say that they are one."""
    for key, value in vars(config).items():
        if isinstance(value, PretrainedConfig):
            yield from found_in(value)
        elif isinstance(value, str) and value in known and ("act" in key or key == "scoring_func"):
            yield value


uses, count = {}, 0
for name in CONFIG_MAPPING:
    try:
        config = CONFIG_MAPPING[name]()
    except Exception:
        continue
    count += 1
    for activation in set(found_in(config)):
        uses.setdefault(activation, []).append(name)
version = importlib.metadata.version("transformers")
json.dump({"version": version, "models": count, "uses": uses}, sys.stdout)
