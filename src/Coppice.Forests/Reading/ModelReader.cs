namespace Coppice.Forests.Reading;

/// <summary>The learner part of an XGBoost 1.7 model: parameters, names, attributes; refuses by name what is not supported.</summary>
internal static class ModelReader
{
    /// <summary>Callers allocate by feature count, which no byte of the file stands for. Enough for hashing into 2^20 columns.</summary>
    public const int MaximumFeatures = 1 << 21;

    /// <summary>Classes a model may have; callers allocate by it.</summary>
    public const int MaximumClasses = 10_000;

    /// <summary>One forest per class, or the only one.</summary>
    public static Forest[] Read(DocumentValue document)
    {
        DocumentCursor learner = new DocumentCursor(document, "").Member("learner");
        DocumentCursor parameters = learner.Member("learner_model_param");
        int featureCount = parameters.Member("num_feature").Integer(1, MaximumFeatures);
        int classes = ReadClasses(parameters);

        (string objective, ForestLink link) = ReadObjective(learner.Member("objective").Member("name"), classes);
        float baseMargin = ReadBaseMargin(parameters.Member("base_score"), link);
        BoosterContent booster = BoosterReader.Read(learner.Member("gradient_booster"), featureCount, classes);
        string[] names = ReadTexts(learner.Find("feature_names"), featureCount), types = ReadTexts(learner.Find("feature_types"), featureCount);
        Dictionary<string, string> attributes = ReadAttributes(learner.Find("attributes"));
        List<Tree>[] trees = [.. Enumerable.Range(0, classes).Select(_ => new List<Tree>())];
        for (int i = 0; i < booster.Trees.Count; i++)
            trees[booster.Groups[i]].Add(booster.Trees[i]);

        return Array.ConvertAll(trees, ofClass => new Forest(ofClass)
        {
            FeatureCount = featureCount,
            FeatureNames = names,
            FeatureTypes = types,
            Rounds = booster.Rounds,
            Objective = objective,
            Link = link,
            BaseMargin = baseMargin,
            Attributes = attributes,
        });
    }

    private static int ReadClasses(DocumentCursor parameters)
    {
        if (parameters.Find("num_target") is { } targets && targets.Integer(0, int.MaxValue) > 1)
            throw targets.Invalid("expected one target, found several; they are not supported");
        return Math.Max(1, parameters.Find("num_class")?.Integer(0, MaximumClasses) ?? 1);
    }

    private static (string Name, ForestLink Link) ReadObjective(DocumentCursor name, int classes)
    {
        string objective = name.Text();
        if (classes > 1)
        {
            return Objectives.OfClasses.Contains(objective)
                ? (objective, ForestLink.Identity)
                : throw name.Invalid($"expected one of {string.Join(", ", Objectives.OfClasses)} for several classes, found {DocumentCursor.Quote(objective)}");
        }

        ForestLink link = Objectives.LinkOf(objective)
            ?? throw name.Invalid($"expected one of {Objectives.Known}, found {DocumentCursor.Quote(objective)}");
        return (objective, link);
    }

    private static float ReadBaseMargin(DocumentCursor baseScore, ForestLink link)
    {
        float score = baseScore.Real();
        float margin = Objectives.ToMargin(link, score);
        return float.IsFinite(margin) ? margin : throw baseScore.Invalid($"expected a base score that the objective can produce, found {score}");
    }

    private static string[] ReadTexts(DocumentCursor? texts, int featureCount)
    {
        if (texts is not { } cursor || cursor.IsEmptyArray())
            return [];
        DocumentCursor[] items = cursor.Items();
        return items.Length == featureCount
            ? [.. items.Select(item => item.Text())]
            : throw cursor.Invalid($"expected {featureCount} texts, one per feature, found {items.Length}");
    }

    private static Dictionary<string, string> ReadAttributes(DocumentCursor? attributes)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string name, DocumentCursor value) in attributes?.Members() ?? [])
            read.Add(name, value.Text());
        return read;
    }
}
