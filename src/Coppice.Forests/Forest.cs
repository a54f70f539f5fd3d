using Coppice.Forests.Reading;
using Coppice.Forests.Writing;

namespace Coppice.Forests;

/// <summary>A checked, immutable ensemble of regression trees whose leaves add up to one margin.</summary>
public sealed class Forest
{
    internal Forest(IReadOnlyList<Tree> trees)
    {
        Trees = trees;
    }

    /// <summary>Number of input columns; a dense row has exactly this many values.</summary>
    public required int FeatureCount { get; init; }

    /// <summary>One name per feature, or empty when the model has none.</summary>
    public required IReadOnlyList<string> FeatureNames { get; init; }

    /// <summary>One XGBoost type (<c>float</c>, <c>int</c>, <c>i</c>, <c>q</c>) per feature, or empty when the model has none.</summary>
    public required IReadOnlyList<string> FeatureTypes { get; init; }

    /// <summary>Boosting rounds; each adds one tree, or several in a boosted random forest.</summary>
    public required int Rounds { get; init; }

    /// <summary>XGBoost's name of the loss, such as <c>binary:logistic</c>.</summary>
    public required string Objective { get; init; }

    /// <summary>How a margin becomes a value.</summary>
    public required ForestLink Link { get; init; }

    /// <summary>The margin before any tree has spoken.</summary>
    public required float BaseMargin { get; init; }

    /// <summary>The attributes stored with the model, such as <c>best_iteration</c>.</summary>
    public required IReadOnlyDictionary<string, string> Attributes { get; init; }

    public int TreeCount => Trees.Count;

    internal IReadOnlyList<Tree> Trees { get; }

    /// <summary>
    /// Reads a model of XGBoost (JSON or UBJSON), LightGBM (text) or ONNX (a <c>TreeEnsembleRegressor</c> or a <c>TreeEnsembleClassifier</c>
    /// of two classes); the bytes say which. They may come from anyone: time and memory are bounded by their number.
    /// </summary>
    /// <exception cref="InvalidForestException">The bytes are not a model, the model is malformed, or it uses something that is not supported.</exception>
    public static Forest Read(ReadOnlySpan<byte> model) => ReadClasses(model) is [var only]
        ? only
        : throw new InvalidForestException("model", $"expected one output, found several classes; {nameof(ReadClasses)} reads them");

    /// <summary>
    /// Reads a model of several classes: one forest for each, in their order, whose margins <see cref="Softmax"/> turns into probabilities.
    /// A model of one output is one forest.
    /// </summary>
    /// <exception cref="InvalidForestException">As for <see cref="Read"/>.</exception>
    public static IReadOnlyList<Forest> ReadClasses(ReadOnlySpan<byte> model)
    {
        if (LightGbmReader.IsTheirs(model))
            return LightGbmReader.Read(model);
        return OnnxReader.IsTheirs(model) ? [OnnxReader.Read(model)] : ModelReader.Read(DocumentFormat.Parse(model));
    }

    /// <summary>Turns the margins of one row, one for each class, into probabilities as XGBoost does.</summary>
    public static void Softmax(Span<float> margins)
    {
        float largest = float.MinValue;
        foreach (float margin in margins)
            largest = MathF.Max(largest, margin);
        double sum = 0;
        foreach (ref float margin in margins)
        {
            margin = MathF.Exp(margin - largest);
            sum += margin;
        }

        foreach (ref float margin in margins)
            margin /= (float)sum;
    }

    /// <summary>The forest as a file for others. Names, covers and gains are kept where the format has a place for them.</summary>
    /// <exception cref="NotSupportedException">The format cannot say what this forest does; the message names what.</exception>
    public byte[] Save(ForestFormat format) => format switch
    {
        ForestFormat.XGBoostJson => JsonModelWriter.Write(this),
        ForestFormat.Onnx => OnnxWriter.Write(this),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "expected a format"),
    };

    /// <summary>Turns a margin into a value as XGBoost does, in float32: a probability, an amount, or the margin itself.</summary>
    public float ToValue(float margin) => Objectives.ToValue(Link, margin);

    /// <summary>Sums splits, gain and cover over all trees; one entry per feature.</summary>
    public FeatureImportance[] Importance()
    {
        var importance = new FeatureImportance[FeatureCount];
        foreach (Tree tree in Trees)
        {
            foreach (TreeNode node in tree.Nodes)
            {
                if (!node.IsLeaf)
                {
                    ref FeatureImportance sum = ref importance[node.Feature];
                    sum = new FeatureImportance(sum.SplitCount + 1, sum.Gain + node.Gain, sum.Cover + node.Cover);
                }
            }
        }

        return importance;
    }
}
