"""A call of ONNX as a model of one node, for check_names.py and peers_formats.py. Needs onnx and numpy."""

import ast

import numpy as np
from onnx import helper


def one_node(call, x, opset, **options):
    """A call such as Gelu(x, approximate='tanh') as a model, and what goes into it by name.

    The first argument of the call is x; further ones are numbers of its type. Options are those of
    make_model, such as ir_version.
    """
    tree = ast.parse(call, mode="eval").body
    values = [x] + [np.array(ast.literal_eval(each), x.dtype) for each in tree.args[1:]]
    inputs = {f"i{k}": value for k, value in enumerate(values)}
    attributes = {each.arg: ast.literal_eval(each.value) for each in tree.keywords}
    node = helper.make_node(tree.func.id, list(inputs), ["y"], **attributes)
    kind = helper.np_dtype_to_tensor_dtype(x.dtype)
    typed = [helper.make_tensor_value_info(name, kind, v.shape) for name, v in inputs.items()]
    result = helper.make_tensor_value_info("y", kind, None)
    graph = helper.make_graph([node], "one", typed, [result])
    imports = [helper.make_opsetid("", opset)]
    return helper.make_model(graph, opset_imports=imports, **options), inputs
