using Coppice.XGBoost.Tests.Support;

namespace Coppice.XGBoost.Tests;

public sealed class TrainingMatrixTests
{
    [Fact]
    public void Dense_and_sparse_rows_of_the_same_values_train_the_same_model()
    {
        float[] values = Some.Values(300);
        var rowStarts = new List<long> { 0 };
        var columns = new List<int>();
        var present = new List<float>();
        for (int i = 0; i < values.Length; i++)
        {
            if (!float.IsNaN(values[i]))
            {
                columns.Add(i % Some.Columns);
                present.Add(values[i]);
            }

            if (i % Some.Columns == Some.Columns - 1)
            {
                rowStarts.Add(present.Count);
            }
        }

        using TrainingMatrix dense = Some.Matrix(values);
        using TrainingMatrix sparse = TrainingMatrix.FromSparse([.. rowStarts], [.. columns], [.. present], Some.Columns);
        sparse.SetLabels(Some.Labels(values));
        using Booster fromDense = Some.Trained(Some.Parameters, dense, 5);
        using Booster fromSparse = Some.Trained(Some.Parameters, sparse, 5);

        Assert.Equal((300, Some.Columns), (sparse.Rows, sparse.Columns));
        Assert.Equal(fromDense.Predict(dense, PredictionKind.Margin), fromSparse.Predict(sparse, PredictionKind.Margin));
    }

    [Fact]
    public void An_absent_entry_is_missing_and_an_explicit_zero_is_a_value()
    {
        using TrainingMatrix training = TrainingMatrix.FromSparse([0, 1, 1, 2, 2], [0, 0], [0f, 0f], 1);
        training.SetLabels([1, 0, 1, 0]);
        using Booster booster = Some.Trained(Some.With(("min_child_weight", "0"), ("lambda", "0")), training, 1);

        float[] values = booster.Predict(training, PredictionKind.Value);

        Assert.True(values[0] > values[1], "A zero must not be read as absent.");
    }

    [Theory]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void An_infinity_is_refused_with_its_place(float infinity)
    {
        var dense = Assert.Throws<ArgumentException>(() => TrainingMatrix.FromDense([1, 2, 3, infinity], 2, 2));
        var sparse = Assert.Throws<ArgumentException>(() => TrainingMatrix.FromSparse([0, 2], [0, 3], [1, infinity], 4));

        Assert.Contains("row 1, column 1", dense.Message, StringComparison.Ordinal);
        Assert.Contains("entry 1 (column 3)", sparse.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lengths_that_do_not_match_are_refused()
    {
        using TrainingMatrix matrix = Some.Matrix(10);

        Assert.Throws<ArgumentException>("values", () => TrainingMatrix.FromDense([1, 2, 3], 2, 2));
        Assert.Throws<ArgumentException>("columnIndices", () => TrainingMatrix.FromSparse([0, 2], [0], [1, 2], 2));
        Assert.Throws<ArgumentException>("labels", () => matrix.SetLabels(new float[9]));
        Assert.Throws<ArgumentException>("weights", () => matrix.SetWeights(new float[11]));
        Assert.Throws<ArgumentException>("baseMargins", () => matrix.SetBaseMargins(new float[1]));
        Assert.Throws<ArgumentException>("names", () => matrix.SetFeatureNames(["one"]));
        Assert.Throws<ArgumentException>("types", () => matrix.SetFeatureTypes(["float"]));
    }

    [Fact]
    public void Shapes_without_a_row_or_a_column_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("rows", () => TrainingMatrix.FromDense([], 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>("columns", () => TrainingMatrix.FromDense([], 1, 0));
        Assert.Throws<ArgumentException>("rowStarts", () => TrainingMatrix.FromSparse([0], [], [], 1));
    }

    [Fact]
    public void Sparse_rows_that_would_be_misread_are_refused()
    {
        Assert.Throws<ArgumentException>("rowStarts", () => TrainingMatrix.FromSparse([0, 2, 1, 2], [0, 1], [1, 2], 2));
        Assert.Throws<ArgumentException>("rowStarts", () => TrainingMatrix.FromSparse([0, 3], [0, 1], [1, 2], 2));
        Assert.Throws<ArgumentException>("rowStarts", () => TrainingMatrix.FromSparse([-1, 2], [0, 1], [1, 2], 2));
        Assert.Throws<ArgumentException>("columnIndices", () => TrainingMatrix.FromSparse([0, 2], [1, 0], [1, 2], 2));
        Assert.Throws<ArgumentException>("columnIndices", () => TrainingMatrix.FromSparse([0, 2], [1, 1], [1, 2], 2));
        Assert.Throws<ArgumentException>("columnIndices", () => TrainingMatrix.FromSparse([0, 2], [0, 2], [1, 2], 2));
        Assert.Throws<ArgumentException>("columnIndices", () => TrainingMatrix.FromSparse([0, 1], [-1], [1], 2));
    }

    [Fact]
    public void A_matrix_without_any_entry_is_all_missing()
    {
        using TrainingMatrix matrix = TrainingMatrix.FromSparse([0, 0, 0], [], [], 3);
        matrix.SetLabels([1, 0]);
        using Booster booster = Some.Trained(Some.Parameters, matrix, 1);

        Assert.Equal(2, booster.Predict(matrix, PredictionKind.Margin).Length);
    }

    [Fact]
    public void Labels_and_weights_must_be_finite_and_weights_not_negative()
    {
        using TrainingMatrix matrix = Some.Matrix(2);

        Assert.Throws<ArgumentException>("labels", () => matrix.SetLabels([0, float.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>("weights", () => matrix.SetWeights([1, -1]));
        Assert.ThrowsAny<ArgumentException>(() => matrix.SetWeights([1, float.NaN]));
    }

    [Fact]
    public void A_weight_of_two_counts_as_two_rows()
    {
        float[] values = Some.Values(50);
        using TrainingMatrix weighted = Some.Matrix(values);
        weighted.SetWeights(Enumerable.Repeat(2f, 50).ToArray());
        using TrainingMatrix twice = Some.Matrix([.. values, .. values]);
        twice.SetLabels([.. Some.Labels(values), .. Some.Labels(values)]);
        using Booster fromWeights = Some.Trained(Some.Parameters, weighted, 1);
        using Booster fromRows = Some.Trained(Some.Parameters, twice, 1);

        float[] expected = fromRows.Predict(weighted, PredictionKind.Margin);
        float[] found = fromWeights.Predict(weighted, PredictionKind.Margin);

        Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
    }

    [Fact]
    public void A_base_margin_stands_in_for_the_intercept()
    {
        using TrainingMatrix matrix = Some.Matrix(20);
        matrix.SetBaseMargins(Enumerable.Repeat(3f, 20).ToArray());
        using Booster booster = Some.Trained(Some.With(("eta", "0")), matrix, 1);

        Assert.All(booster.Predict(matrix, PredictionKind.Margin), margin => Assert.Equal(3f, margin));
    }

    [Fact]
    public void A_repeated_feature_name_is_refused()
    {
        using TrainingMatrix matrix = Some.Matrix(2);

        var refusal = Assert.Throws<ArgumentException>("names", () => matrix.SetFeatureNames(["a", "b", "a", "c"]));

        Assert.Contains("\"a\" occurs twice", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_feature_type_is_refused_by_the_library_with_its_reason()
    {
        using TrainingMatrix matrix = Some.Matrix(2);

        var refusal = Assert.Throws<XGBoostException>(() => matrix.SetFeatureTypes(["float", "colour", "int", "i"]));

        Assert.Equal("XGDMatrixSetStrFeatureInfo", refusal.NativeFunction);
        Assert.Contains("feature_type", refusal.Message, StringComparison.Ordinal);
        Assert.StartsWith("[", refusal.NativeMessage, StringComparison.Ordinal);
        Assert.DoesNotContain("Stack trace", refusal.Message, StringComparison.Ordinal);
    }
}
