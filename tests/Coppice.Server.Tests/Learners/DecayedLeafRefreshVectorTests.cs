using System.Text;
using System.Text.Json;
using Coppice.Server.Learners;
using Coppice.Server.Tests.Statistics;
using Coppice.XGBoost;

namespace Coppice.Server.Tests.Learners;

public sealed class DecayedLeafRefreshVectorTests
{
    [Theory]
    [InlineData("decayed_leaf_refresh_rho_0.8")]
    [InlineData("decayed_leaf_refresh_rho_0.0")]
    public void The_recorded_leaves_covers_and_margins_are_met(string key)
    {
        JsonElement vector = Vectors.Read("03_incremental.json", key);
        double[][] inputs = [.. vector.GetProperty("X_new").EnumerateArray().Select(row => row.Numbers())];
        var rows = new RefreshRows(
            [.. inputs.SelectMany(row => row).Select(value => (float)value)],
            inputs.Length,
            inputs[0].Length,
            [.. vector.Numbers("y_new").Select(label => (float)label)]);

        byte[] refreshed = DecayedLeafRefresh.Refresh(RecordedModel(vector), rows, vector.Number("rho"), vector.Number("lambda"));

        float[] margins = RefreshScene.Predict(refreshed, rows, PredictionKind.Margin);
        Vectors.Close(vector.Numbers("final_margin_on_new_rows"), [.. margins.Select(margin => (double)margin)], 1e-6);
        Vectors.Close(vector.Numbers("xgboost_reload_margin"), [.. margins.Select(margin => (double)margin)], 1e-6);
        foreach ((JsonElement expected, JsonElement tree) in vector.GetProperty("per_tree").EnumerateArray().Zip(RefreshScene.Trees(refreshed)))
        {
            double[] values = tree.Numbers("split_conditions");
            double[] covers = tree.Numbers("sum_hessian");
            foreach (JsonElement leaf in expected.GetProperty("leaves").EnumerateArray())
            {
                Vectors.Close(leaf.Number("value"), values[leaf.GetProperty("node").GetInt32()], 1e-6);
                Vectors.Close(leaf.Number("H"), covers[leaf.GetProperty("node").GetInt32()], 1e-6);
            }

            Vectors.Close(expected.Number("root_cover"), covers[0], 1e-6);
        }
    }

    [Fact]
    public void The_recorded_single_leaf_is_met()
    {
        JsonElement vector = Vectors.Read("03_incremental.json", "one_leaf");
        // One stump of squared error whose rows all fall into its left leaf: slope −3 in sum over 10 rows of curvature 1.
        string model = """
            {"learner":{"attributes":{"coppice.learning_rates":"1*0.1"},"feature_names":[],"feature_types":[],"gradient_booster":{"model":{
            "gbtree_model_param":{"num_parallel_tree":"1","num_trees":"1","size_leaf_vector":"0"},"tree_info":[0],"trees":[{
            "base_weights":[0E0,3E0,0E0],"categories":[],"categories_nodes":[],"categories_segments":[],"categories_sizes":[],"default_left":[1,0,0],"id":0,
            "left_children":[1,-1,-1],"loss_changes":[1E0,0E0,0E0],"parents":[2147483647,0,0],"right_children":[2,-1,-1],
            "split_conditions":[5E-1,3E-1,0E0],"split_indices":[0,0,0],"split_type":[0,0,0],"sum_hessian":[4.1E1,4E1,1E0],
            "tree_param":{"num_deleted":"0","num_feature":"1","num_nodes":"3","size_leaf_vector":"0"}}]},"name":"gbtree"},
            "learner_model_param":{"base_score":"0E0","boost_from_average":"0","num_class":"0","num_feature":"1","num_target":"1"},
            "objective":{"name":"reg:squarederror","reg_loss_param":{"scale_pos_weight":"1"}}},"version":[1,7,4]}
            """;
        var rows = new RefreshRows(new float[10], 10, 1, [.. Enumerable.Repeat(0.3f, 10)]);

        byte[] refreshed = DecayedLeafRefresh.Refresh(Encoding.UTF8.GetBytes(model), rows, vector.Number("rho"), vector.Number("lambda"));

        JsonElement tree = Assert.Single(RefreshScene.Trees(refreshed));
        Vectors.Close(vector.Number("v_new"), tree.Numbers("split_conditions")[1], 1e-6);
        Vectors.Close(vector.Number("H_after"), tree.Numbers("sum_hessian")[1], 1e-6);
        Vectors.Close(vector.Number("v_new") / 0.1, tree.Numbers("base_weights")[1], 1e-6);
    }

    private static byte[] RecordedModel(JsonElement vector)
    {
        byte[] json = Encoding.UTF8.GetBytes(Vectors.Read("09_model.json").GetRawText());
        using Booster booster = Booster.Load(json);
        booster.SetAttribute(LearningRates.Attribute, LearningRates.Append(null, booster.Rounds, vector.Number("eta")));
        return booster.Save(ModelFormat.Json);
    }
}
