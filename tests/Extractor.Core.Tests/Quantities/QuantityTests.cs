namespace Extractor.Core.Tests.Quantities;

public sealed class QuantityTests
{
    /// <summary>Sentences with their quantities in brackets, and what those say.</summary>
    public static TheoryData<string, string> Examples => new()
    {
        // a sign before degrees
        { "1月平均气温[-17.5℃]。", "-17.5 Cel" },
        // a counter before 次级, the people of 大关
        { "整治[14条]次级河流。", "14 {条}" },
        { "报名人数突破[7万人]大关。", "70000 {person} more_than" },
        // tenths behind a hedge
        { "超[八成]分布在平原地区。", "80 % more_than" },
        { "近[九成]为中小企业。", "90 % nearly" },
        // Latin units, units of lines
        { "装机容量[16GW]。", "16 GW" },
        { "架设广播线[62杆公里]。", "62 {杆公里}" },
        // how long, each day
        { "每天广播[30分钟]。", "30 min" },
        // implied by the noun behind
        { "全年[9.8万]下岗人员再就业。", "98000 {person}" },
        { "实现[20.8亿]营收。", "2080000000 CNY" },
        { "[1/4]的职工参加了培训。", "1/4 1" },
        // an index that moves
        { "收入倍差从[2.37]缩小到[1.94]。", "2.37 1; 1.94 1" },
        // so many of them, and no bound
        { "打造[100个以上]典型场景。", "100 {个} at_least" },
        { "投入[500亿元以上]的资金。", "50000000000 CNY at_least" },
        // hedges with 有
        { "房屋至少有[三成]受损。", "30 % at_least" },
        // plain
        { "全年水泥产量达到[218.6万吨]。", "2186000 t" },
        { "新修农村公路[86.4公里]。", "86.4 km" },
        { "水库蓄水[3.2亿立方米]。", "320000000 m3" },
        { "全年发电量[45亿千瓦时]。", "4500000000 kW.h" },
        { "新增光伏装机[120万千瓦]。", "1200000 kW" },
        { "完成造林[5.6万公顷]。", "56000 har" },
        { "播种青稞[21万亩]。", "210000 {亩}" },
        { "酥油产量[630公斤]。", "630 kg" },
        { "全市参保人数[52.7万人]。", "527000 {person}" },
        { "景区接待游客[318万人次]。", "3180000 {person-time}" },
        { "全县脱贫[4120户]。", "4120 {household}" },
        { "港口吞吐量[90万标准箱]。", "900000 {标准箱}" },
        { "平均等待时间[15分钟]。", "15 min" },
        // full width, spaces
        { "粮食总产量[１０３．５万吨]。", "1035000 t" },
        { "粮食总产量[103.5 万吨]。", "1035000 t" },
        // thousands separators and scale words below one another
        { "发放贷款[1,250万元]。", "12500000 CNY" },
        { "累计投资[3亿5000万元]。", "350000000 CNY" },
        { "水果产量[2万5千吨]。", "25000 t" },
        // hedges before, outside the span
        { "全市现有企业约[3400家]。", "3400 {家} about" },
        { "建成大棚近[700座]。", "700 {座} nearly" },
        { "产值超过[12亿元]。", "1200000000 CNY more_than" },
        { "产值突破[12亿元]。", "1200000000 CNY more_than" },
        { "客流逾[20万人次]。", "200000 {person-time} more_than" },
        { "入学率不低于[98%]。", "98 % at_least" },
        { "失业率不足[3%]。", "3 % less_than" },
        { "投资不超过[5000万元]。", "50000000 CNY at_most" },
        { "总投资高达[9亿元]。", "900000000 CNY" },
        // hedges inside and behind, in the span
        { "村里栽下果树[4万余株]。", "40000 {株} more_than" },
        { "收购羊毛[300多吨]。", "300 t more_than" },
        { "合格率在[95%以上]。", "95 % at_least" },
        { "平均亩产[400公斤左右]。", "400 kg about" },
        { "误差控制在[2%以内]。", "2 % at_most" },
        // ranges
        { "增幅预计[6%—8%]。", "6..8 %" },
        { "工期内投资[15—20亿元]。", "1500000000..2000000000 CNY" },
        { "每亩增收[200至300元]。", "200..300 CNY" },
        { "户均增收[3万~5万元]。", "30000..50000 CNY" },
        // 由…到… is a pair
        { "亩产由[300公斤]提高到[420公斤]。", "300 kg; 420 kg" },
        // shared units
        { "失业率分别下降[0.6]和[1.0个百分点]。", "0.6 pp; 1.0 pp" },
        { "两项投资分别为[15]和[20亿元]。", "1500000000 CNY; 2000000000 CNY" },
        // proportions
        { "牧业收入占[六成]。", "60 %" },
        { "人口自然增长率为[7.5‰]。", "7.5 ‰" },
        { "比重提高[1.3个百分点]。", "1.3 pp" },
        { "利率下降[25个基点]。", "25 bp" },
        { "合格率达到[百分之八十五]。", "85 %" },
        { "商品房销售占全州的[三分之一]。", "1/3 1" },
        // money
        { "出口额[3400万美元]。", "34000000 USD" },
        { "进口额[120亿日元]。", "12000000000 JPY" },
        { "合同额[2.5亿欧元]。", "250000000 EUR" },
        { "捐款[80万元人民币]。", "800000 CNY" },
        // rates
        { "牛肉价格为[78元/公斤]。", "78 CNY/kg" },
        { "新房均价[5600元/平方米]。", "5600 CNY/m2" },
        { "人口密度为[3.1人/平方公里]。", "3.1 {person}/km2" },
        // counters
        { "全年破获案件[312起]。", "312 {起}" },
        { "建成文化站[46个]。", "46 {个}" },
        { "购置客车[55辆]。", "55 {辆}" },
        { "配备设备[118台（套）]。", "118 {台}" },
        { "举办演出[260场次]。", "260 {场次}" },
        { "藏书[3.4万册]。", "34000 {册}" },
        // numbers without a unit of their own
        { "惠及[20万]农牧民。", "200000 {person}" },
        { "项目总投资[85亿]。", "8500000000 CNY" },
        // multiples
        { "产值是五年前的[2.4倍]。", "2.4 {倍}" },
        // vague powers of ten
        { "栽种了[数十万株]树苗。", "100000 {株} more_than" },
        { "草场上牛羊[上百头]。", "100 {头} at_least" },
        // Chinese numerals
        { "全乡有[三百二十户]牧民。", "320 {household}" },
        { "建房[三四十间]。", "30..40 {间}" },
        { "年产值[十五点八万元]。", "158000 CNY" },
        // round words
        { "县里引进良种[八万五千株]。", "85000 {株}" },
        { "成交额[3千万元]。", "30000000 CNY" },
        { "年产[5百万吨]。", "5000000 t" },
        { "全长[1.5千米]。", "1.5 km" },
        { "投资[上亿元]。", "100000000 CNY at_least" },
        { "资金缺口逾[亿元]。", "100000000 CNY more_than" },
        // hedges of all places, in one sentence or on one figure
        { "参会企业达[1.2万余家]。", "12000 {家} more_than" },
        { "体重增加[5斤多]。", "5 {斤} more_than" },
        { "村里[九成以上]家庭用上自来水。", "90 % at_least" },
        { "惠及[20万左右]农牧民。", "200000 {person} about" },
        { "出口茶叶至少[3吨]。", "3 t at_least" },
        { "增长近[三成]。", "30 % nearly" },
        // a unit at each end of a range, ASCII dashes, neighbouring numerals
        { "每户补助[5000元至8000元]。", "5000..8000 CNY" },
        { "养殖户增收[1000-1500元]。", "1000..1500 CNY" },
        { "工程吸纳务工[四五百人]。", "400..500 {person}" },
        // 角 is a tenth
        { "水价下调[3角钱]。", "0.3 CNY" },
        { "电价为[0.52元/千瓦时]。", "0.52 CNY/kW.h" },
        // signs of other widths
        { "合格率为[98.5﹪]。", "98.5 %" },
        { "合格率为[９８．５％]。", "98.5 %" },
        { "人均住房面积[38.6㎡]。", "38.6 m2" },
        // two figures of different kinds
        { "面积达[9.6万平方公里]，人口[36万]。", "96000 km2; 360000 {person}" },
        // the same figure twice is two claims
        { "产值[6亿元]，去年也是[6亿元]。", "600000000 CNY; 600000000 CNY" },
        // a list
        { "[12吨]粮食、[30头]牦牛已运到。", "12 t; 30 {头}" },
    };

    /// <summary>Sentences without a quantity, and why their numbers are none.</summary>
    public static TheoryData<string, string> CounterExamples => new()
    {
        // dates, times of day, durations in passing
        { "2021年5月6日，工程开工。", "date" },
        { "比赛于上午10时30分开始。", "date" },
        { "工程建设历时3年。", "duration" },
        // ordinals
        { "他是第5名到达的队员。", "ordinal" },
        { "会议通过了第三批名单。", "ordinal" },
        { "第十二届展览会闭幕。", "ordinal" },
        // anniversaries
        { "全市庆祝建市60周年。", "" },
        // names and slogans
        { "深化“1+3+N”改革。", "name" },
        // document numbers and telephones
        { "藏政发〔2022〕15号文件印发。", "" },
        { "咨询电话：0891-6330000。", "" },
        // 一 that means «a»
        { "一名女子走进大厅。", "a" },
        { "这是发展的一个缩影。", "a" },
        // ranks
        { "产量居全国第二位。", "ordinal" },
        // thresholds that name a class
        { "规模以上工业稳步发展。", "" },
        { "5万元以上大案全部侦破。", "threshold" },
        { "60岁及以上老人免费乘车。", "" },
        // ratios and scores
        { "师生比为1∶15。", "" },
        { "主队以3∶1获胜。", "" },
        // idioms
        { "全省上下一盘棋。", "" },
        { "政策走进千家万户。", "" },
        // no number at all
        { "产量大幅增长。", "" },
    };

    [Theory, MemberData(nameof(Examples))]
    public void Recognizes(string marked, string expected)
    {
        var text = MarkedText.Parse(marked).Text;

        var claims = CompactClaim.Read(text);

        Assert.Equal(marked, MarkedText.Mark(text, claims.Spans()));
        Assert.Equal(expected, string.Join("; ", claims.Select(claim => claim.PrintQuantity())));
    }

    [Theory, MemberData(nameof(CounterExamples))]
    public void Leaves_alone(string text, string reason)
    {
        var extraction = ClaimExtractor.Default.Extract(text, CompactClaim.Tibet);

        Assert.Empty(extraction.Claims);
        if (reason.Length > 0)
            Assert.Contains(reason, extraction.Unresolved.Select(other => other.Reason));
    }
}
