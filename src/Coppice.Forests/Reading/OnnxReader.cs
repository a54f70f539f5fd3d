namespace Coppice.Forests.Reading;

/// <summary>
/// An ONNX model whose graph is one <c>TreeEnsembleRegressor</c> or <c>TreeEnsembleClassifier</c>, with nothing before it and only
/// changes of form after it. Refuses by name what is not supported. Field numbers are those of onnx.proto.
/// </summary>
internal static class OnnxReader
{
    private const int ModelGraph = 7, GraphNode = 1, GraphInput = 11, NodeType = 4, NodeAttribute = 5;

    /// <summary>What may follow an ensemble: it changes no score. Sigmoid and Exp are links.</summary>
    private static readonly string[] Forms = ["Cast", "Identity", "ZipMap"];

    /// <summary>A model begins with its version of the format, field 1 as an integer.</summary>
    public static bool IsTheirs(ReadOnlySpan<byte> model) => model.Length > 0 && model[0] == 8;

    public static Forest Read(ReadOnlySpan<byte> bytes)
    {
        var model = new ProtobufReader(bytes, "");
        Forest? forest = null;
        while (model.Next())
        {
            if (model.Field != ModelGraph)
                model.Skip();
            else if (forest is not null)
                throw new InvalidForestException("graph", "expected one graph, found two");
            else
                forest = ReadGraph(model.Message("graph"));
        }

        return forest ?? throw new InvalidForestException("model", "expected a graph, found none");
    }

    private static Forest ReadGraph(ProtobufReader graph)
    {
        OnnxEnsemble? ensemble = null;
        ForestLink? link = null;
        var widths = new List<long>();
        int nodes = 0;
        while (graph.Next())
        {
            if (graph.Field == GraphInput)
            {
                OnnxShape.AddLastDimension(graph.Message("input"), widths);
                continue;
            }

            if (graph.Field != GraphNode)
            {
                graph.Skip();
                continue;
            }

            (string type, OnnxAttributes attributes) = ReadNode(graph.Message($"node[{nodes++}]"));
            if (type is "TreeEnsembleRegressor" or "TreeEnsembleClassifier")
                ensemble = ensemble is null ? new OnnxEnsemble(type, attributes) : throw attributes.Invalid("op_type", "expected one ensemble, found two");
            else if (ensemble is not null && link is null && type is "Sigmoid" or "Exp")
                link = type == "Sigmoid" ? ForestLink.Logistic : ForestLink.Log;
            else if (ensemble is null || !Forms.Contains(type))
                throw attributes.Invalid("op_type", $"expected a TreeEnsemble, followed by nothing but Sigmoid, Exp, {string.Join(", ", Forms)}, found {DocumentCursor.Quote(type)}");
        }

        return ensemble is null
            ? throw new InvalidForestException("graph", "expected a TreeEnsembleRegressor or TreeEnsembleClassifier, found none")
            : ensemble.ToForest(widths is [> 0 and <= ModelReader.MaximumFeatures] ? (int)widths[0] : null, link);
    }

    private static (string Type, OnnxAttributes Attributes) ReadNode(ProtobufReader node)
    {
        string type = "";
        var attributes = new OnnxAttributes(node.Place);
        while (node.Next())
        {
            switch (node.Field)
            {
                case NodeType:
                    type = node.Text();
                    break;
                case NodeAttribute:
                    attributes.Add(node.Message("attribute"));
                    break;
                default:
                    node.Skip();
                    break;
            }
        }

        return (type, attributes);
    }
}
