using System.Text;

namespace Coppice.Forests.Reading;

/// <summary>A LightGBM model as text (<c>save_model</c>). Refuses by name what is not supported.</summary>
/// <remarks>
/// LightGBM compares and adds in float64. Thresholds become the float32 that divides float32 values in the same way, exactly; leaves are
/// rounded to float32 and added so, which moves a margin by about 1e-7 of its terms.
/// </remarks>
internal static class LightGbmReader
{
    private const string TreeLine = "Tree=";

    public static bool IsTheirs(ReadOnlySpan<byte> model) => model.StartsWith("tree\n"u8) || model.StartsWith("tree\r\n"u8);

    /// <summary>One forest per class, or the only one.</summary>
    public static Forest[] Read(ReadOnlySpan<byte> model)
    {
        var head = new LightGbmSection("head");
        List<LightGbmSection> sections = Split(model, head);
        int classes = head.Integer("num_class", 1, ModelReader.MaximumClasses);
        if (head.Integer("num_tree_per_iteration", 1, int.MaxValue) != classes || sections.Count % classes != 0)
            throw head.Invalid("num_tree_per_iteration", $"expected {classes} trees for each of as many classes, found {DocumentCursor.Quote(head.Text("num_tree_per_iteration"))} and {sections.Count} trees");

        int featureCount = head.Integer("max_feature_idx", 0, ModelReader.MaximumFeatures - 1) + 1;
        string objective = ReadObjective(head, classes);
        // A random forest answers with the mean of its trees.
        double share = head.Has("average_output") && sections.Count > 0 ? (double)classes / sections.Count : 1;
        string[] names = head.Find("feature_names")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (names.Length != 0 && names.Length != featureCount)
            throw head.Invalid("feature_names", $"expected {featureCount} names, one per feature, found {names.Length}");

        // Each round adds one tree for every class in turn.
        Tree[] trees = [.. sections.Select(section => LightGbmTree.Read(section, featureCount, share))];
        return
        [
            .. Enumerable.Range(0, classes).Select(ofClass => new Forest([.. trees.Where((_, i) => i % classes == ofClass)])
            {
                FeatureCount = featureCount,
                FeatureNames = names,
                FeatureTypes = [],
                Rounds = trees.Length / classes,
                Objective = objective,
                Link = Objectives.LinkOf(objective) ?? ForestLink.Identity,
                BaseMargin = 0,
                Attributes = new Dictionary<string, string>(),
            }),
        ];
    }

    private static List<LightGbmSection> Split(ReadOnlySpan<byte> model, LightGbmSection head)
    {
        var sections = new List<LightGbmSection>();
        var section = head;
        bool isEnded = false;
        foreach (string line in Encoding.UTF8.GetString(model).Split('\n').Skip(1).Select(line => line.TrimEnd('\r')))
        {
            if (line == "end of trees")
            {
                isEnded = true;
                break;
            }

            if (line.StartsWith(TreeLine, StringComparison.Ordinal))
            {
                if (sections.Count == BoosterReader.MaximumTrees)
                    throw new InvalidForestException(line, $"expected at most {BoosterReader.MaximumTrees} trees, found more");
                section = new LightGbmSection($"trees[{sections.Count}]");
                sections.Add(section);
            }
            else if (line.Length > 0)
            {
                section.Add(line);
            }
        }

        return isEnded ? sections : throw new InvalidForestException("model", "expected a line 'end of trees', found the end of the bytes");
    }

    /// <summary>XGBoost's name of a loss with the same link: nothing else of the loss matters to a score.</summary>
    private static string ReadObjective(LightGbmSection head, int classes)
    {
        string[] words = head.Text("objective").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string name = words.Length == 0 ? "" : words[0];
        foreach (string word in words.Skip(1))
        {
            if (word == "sqrt" || (word.StartsWith("sigmoid:", StringComparison.Ordinal) && word != "sigmoid:1"))
                throw head.Invalid("objective", $"expected no {DocumentCursor.Quote(word)}; it is not supported");
        }

        if (classes > 1)
            return name == "multiclass" ? Objectives.OfClasses[0] : throw head.Invalid("objective", $"expected multiclass for several classes, found {DocumentCursor.Quote(name)}");
        return name switch
        {
            "binary" or "cross_entropy" => "binary:logistic",
            "regression" or "regression_l1" or "huber" or "fair" or "quantile" or "mape" => "reg:squarederror",
            "poisson" => "count:poisson",
            "gamma" => "reg:gamma",
            "tweedie" => "reg:tweedie",
            _ => throw head.Invalid("objective", $"expected binary, cross_entropy, regression, regression_l1, huber, fair, quantile, mape, poisson, gamma or tweedie, found {DocumentCursor.Quote(name)}"),
        };
    }
}
