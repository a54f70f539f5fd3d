namespace Coppice.Forests.Reading;

/// <summary>The learner part of an XGBoost 1.7 model: parameters, names, attributes; refuses by name what is not supported.</summary>
internal static class ModelReader
{
    /// <summary>Callers allocate by feature count, which no byte of the file stands for. Enough for hashing into 2^20 columns.</summary>
    public const int MaximumFeatures = 1 << 21;

    public static Forest Read(DocumentValue document)
    {
        DocumentCursor learner = new DocumentCursor(document, "").Member("learner");
        DocumentCursor parameters = learner.Member("learner_model_param");
        int featureCount = parameters.Member("num_feature").Integer(1, MaximumFeatures);
        RefuseSeveralOutputs(parameters);

        (string objective, ForestLink link) = ReadObjective(learner.Member("objective").Member("name"));
        float baseMargin = ReadBaseMargin(parameters.Member("base_score"), link);
        BoosterContent booster = BoosterReader.Read(learner.Member("gradient_booster"), featureCount);

        return new Forest(booster.Trees)
        {
            FeatureCount = featureCount,
            FeatureNames = ReadTexts(learner.Find("feature_names"), featureCount),
            FeatureTypes = ReadTexts(learner.Find("feature_types"), featureCount),
            Rounds = booster.Rounds,
            Objective = objective,
            Link = link,
            BaseMargin = baseMargin,
            Attributes = ReadAttributes(learner.Find("attributes")),
        };
    }

    private static void RefuseSeveralOutputs(DocumentCursor parameters)
    {
        foreach (string name in (ReadOnlySpan<string>)["num_class", "num_target"])
        {
            if (parameters.Find(name) is { } count && count.Integer(0, int.MaxValue) > 1)
                throw count.Invalid("expected one output, found several; multi-class and multi-target models are not supported");
        }
    }

    private static (string Name, ForestLink Link) ReadObjective(DocumentCursor name)
    {
        string objective = name.Text();
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
