namespace Coppice.Server.Simulation;

internal sealed partial class NotePhrases
{
    private static NotePhrases Chinese => new()
    {
        Language = "zh",
        Gap = "",
        EuroRate = 7.8,
        Amount = "{0}元",
        Categories = ["围巾", "包", "鞋", "香水", "珠宝", "手表"],
        Idle =
        [
            "只是随便看看{0}，没有购买计划。",
            "目前不需要，以后可能再来看{0}。",
            "对{0}只是好奇，不着急。",
        ],
        Interested =
        [
            "在两款{0}之间犹豫，想再考虑一下。",
            "对{0}感兴趣，询问了更多细节。",
            "正在和其他店比较{0}。",
        ],
        Keen =
        [
            "准备购买，请我们预留一款{0}。",
            "想在本周内决定{0}。",
            "已经选好{0}，只等到货。",
        ],
        Bought =
        [
            "购买了{0}，非常满意。",
            "当场付款，很喜欢所选的{0}。",
        ],
        Budgets = ["预算大约{0}。", "不想超过{0}。", "打算花{0}左右。"],
        Regulars = ["老顾客，认识所有店员。", "多年来经常光顾。"],
        Bargains = ["在等打折。", "询问有没有优惠券或折扣。", "觉得价格太高。"],
        Gifts = ["这是生日礼物。", "想给妈妈买礼物，需要礼品包装。"],
        Luxury = ["想要一件独一无二的珍品。", "要求私人预约，喜欢限量版。"],
        Novelty = ["希望收到新品通知。", "在小红书上看到了新系列。"],
    };
}
